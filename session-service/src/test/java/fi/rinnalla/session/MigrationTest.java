package fi.rinnalla.session;

import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.testing.Infrastructure;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the first version kept in columns is all there after the second has made documents of it. */
class MigrationTest {

    private static final String UNIT =
            "INSERT INTO unit (organisation, slug, name) VALUES ('sovatek', 'klinikka', 'Klinikka')";

    @Test
    void meetingsAndPlansOfTheFirstVersionAreReadByTheSecond() throws SQLException {
        var name = "session_of_v101_" + UUID.randomUUID().toString().replace("-", "");
        try (var admin = Infrastructure.running().admin("session")) {
            admin.createStatement().execute("CREATE DATABASE " + name + " OWNER session_owner");
        }
        migrate(name, "101");
        var held = UUID.randomUUID();
        var planned = UUID.randomUUID();
        var plan = UUID.randomUUID();
        try (var database = Infrastructure.running().admin(name)) {
            execute(database, UNIT);
            execute(database, """
                    INSERT INTO meeting (id, organisation, version, unit, kind, channel, professional, planned_on, planned_minutes,
                        peer_expert_wanted, held_on, logged_at, actual_minutes, started_by, roles, closing_question)
                    VALUES ('%s', 'sovatek', 2, 'klinikka', 'CO_DEVELOPMENT', 'FACE_TO_FACE', 'mikko', '2017-10-31', 45, true,
                        '2017-10-31', '2017-11-01T08:15:30.5Z', 60, 'PEER_EXPERT', '{CLIENT,PEER_EXPERT}', 'NOT_ASKED'),
                      ('%s', 'sovatek', 1, 'klinikka', 'ONE_TO_ONE', 'PHONE', 'mikko', '2017-11-02', 30, false,
                        NULL, NULL, NULL, NULL, NULL, NULL)""".formatted(held, planned));
            execute(database, """
                    INSERT INTO plan (id, organisation, version, unit, client, worker, official_record)
                    VALUES ('%s', 'sovatek', 2, 'klinikka', 'antti', 'mikko', 'https://example.fi/1')""".formatted(plan));
            execute(database, """
                    INSERT INTO plan_revision (organisation, plan, revision, revised_at, proposed_by, reason, answers, goals)
                    VALUES ('sovatek', '%s', 1, '2017-10-31T22:30:00Z', 'CLIENT', 'syy', 'MEETING',
                        '[{"source": "client", "clientWords": "Oma koti", "workerWords": "Asunto"}]')""".formatted(plan));
        }
        migrate(name, "latest");
        try (var database = Infrastructure.running().admin(name)) {
            var meeting = document(database, "meeting", held);
            assertThat(meeting.path("state").asString()).isEqualTo("held");
            assertThat(meeting.at("/planned/kind").asString()).isEqualTo("co-development");
            assertThat(meeting.at("/held/loggedAt").asString()).isEqualTo("2017-11-01T08:15:30.500000Z");
            assertThat(meeting.at("/held/startedBy").asString()).isEqualTo("peer-expert");
            assertThat(meeting.at("/held/roles").toString()).isEqualTo("[\"client\",\"peer-expert\"]");
            assertThat(meeting.at("/held/closingQuestion").asString()).isEqualTo("not-asked");
            assertThat(document(database, "meeting", planned).path("held").isMissingNode())
                    .isTrue();
            var client = document(database, "plan", plan).path("client").asString();
            assertThat(document(database, "client", UUID.fromString(client))
                            .at("/workers/0/worker")
                            .asString())
                    .isEqualTo("mikko");
            assertThat(document(database, "plan", plan).path("revision").asInt())
                    .isEqualTo(1);
            try (var row = database.createStatement().executeQuery("SELECT agreed_on, goals FROM plan_revision")) {
                row.next();
                assertThat(row.getString(1)).isEqualTo("2017-11-01"); // in Helsinki the day had changed
                assertThat(JsonMapper.shared()
                                .readTree(row.getString(2))
                                .at("/0/id")
                                .asString())
                        .hasSize(36);
            }
        }
    }

    private static void migrate(String database, String target) {
        Flyway.configure()
                .dataSource(Infrastructure.running().jdbcUrl(database), "session_owner", "")
                .locations("classpath:db/defaults", "classpath:db/migration")
                .placeholders(Map.of("service_role", "session_service", "keeper_role", "session_keeper"))
                .target(target)
                .load()
                .migrate();
    }

    private static void execute(Connection database, String sql) throws SQLException {
        database.createStatement().execute(sql);
    }

    private static JsonNode document(Connection database, String table, UUID id) throws SQLException {
        try (var row =
                database.createStatement().executeQuery("SELECT document FROM " + table + " WHERE id = '" + id + "'")) {
            assertThat(row.next()).isTrue();
            return JsonMapper.shared().readTree(row.getString(1));
        }
    }
}
