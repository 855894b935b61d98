package fi.rinnalla.peerexpert;

import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.testing.Infrastructure;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** What the first version kept is there after the second: people, open requests, tasks ahead and done. */
class MigrationTest {

    @Test
    void peopleRequestsAndTasksOfTheFirstVersionAreThereInTheSecond() throws Exception {
        var name = "peer_expert_of_v101_" + UUID.randomUUID().toString().replace("-", "");
        try (var admin = Infrastructure.running().admin("peer_expert")) {
            admin.createStatement().execute("CREATE DATABASE " + name + " OWNER peer_expert_owner");
        }
        migrate(name, "101");
        try (var database = Infrastructure.running().admin(name);
                var statement = database.createStatement()) {
            statement.execute("INSERT INTO peer_expert (id, organisation, login, name, level) VALUES "
                    + "('00000000-0000-7000-8000-000000000001', 'sovatek', 'sari', 'Sari S.', 'TRAINED')");
            statement.execute(
                    "INSERT INTO request (organisation, meeting, unit, kind, planned_on, open) VALUES "
                            + "('sovatek', '00000000-0000-7000-8000-000000000011', 'klinikka', 'ONE_TO_ONE', '2017-11-02', true), "
                            + "('sovatek', '00000000-0000-7000-8000-000000000012', 'klinikka', 'ONE_TO_ONE', '2017-10-31', false)");
            statement.execute(
                    "INSERT INTO assignment (id, organisation, version, meeting, unit, planned_on, peer_expert, completed_on) VALUES "
                            + "('00000000-0000-7000-8000-000000000021', 'sovatek', 2, '00000000-0000-7000-8000-000000000012', 'klinikka', "
                            + "'2017-10-31', '00000000-0000-7000-8000-000000000001', '2017-10-31')");
            migrate(name, null);
            try (var row =
                    statement.executeQuery("SELECT login, document->>'name', document->>'level' FROM peer_expert")) {
                row.next();
                assertThat(row.getString(1) + row.getString(2) + row.getString(3))
                        .isEqualTo("sariSari S.trained");
            }
            try (var row =
                    statement.executeQuery("SELECT meeting, planned_on FROM heard_meeting WHERE followed < heard")) {
                row.next();
                assertThat(row.getString(1)).endsWith("11");
            }
            try (var row = statement.executeQuery(
                    "SELECT assignment.state, assignment.sequence, peer_request.meeting FROM assignment JOIN peer_request ON request = peer_request.id")) {
                row.next();
                assertThat(row.getString(1) + row.getLong(2)).isEqualTo("done2");
                assertThat(row.getString(3)).endsWith("12");
            }
        }
    }

    private static void migrate(String database, @org.jspecify.annotations.Nullable String target) {
        var flyway = Flyway.configure()
                .dataSource(Infrastructure.running().jdbcUrl(database), "peer_expert_owner", "")
                .locations("classpath:db/defaults", "classpath:db/migration")
                .placeholders(Map.of("service_role", "peer_expert_service", "keeper_role", "peer_expert_keeper"));
        (target == null ? flyway : flyway.target(target)).load().migrate();
    }
}
