package fi.rinnalla.feedback.path;

import fi.rinnalla.service.rows.Keeper;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What people call services and what is hard in them, once a person has looked whether anybody is named. Names are free text and
 * stay here; events tell their ids.
 */
@Repository
class PassedNames {

    private final JdbcClient rows;
    private final Keeper keeper;

    PassedNames(JdbcClient rows, Keeper keeper) {
        this.rows = rows;
        this.keeper = keeper;
    }

    private record Named(UUID id, String name) {}

    /** For a keeper: ids by names. */
    Map<String, UUID> passed(String organisation) {
        return keeper
                .rows()
                .sql("SELECT id, name FROM path_name WHERE organisation = ? AND passed")
                .param(organisation)
                .query(Named.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Named::name, Named::id));
    }

    /** Of the caller's organisation, names by ids; one that was passed and is withheld since is not there. */
    Map<UUID, String> shown() {
        return rows.sql("SELECT id, name FROM path_name WHERE passed").query(Named.class).list().stream()
                .collect(Collectors.toMap(Named::id, Named::name));
    }

    /** Passed or withheld, of the caller's organisation. */
    Set<String> decided() {
        return Set.copyOf(
                rows.sql("SELECT name FROM path_name").query(String.class).list());
    }

    List<String> passed() {
        return rows.sql("SELECT name FROM path_name WHERE passed ORDER BY name")
                .query(String.class)
                .list();
    }

    void decide(String name, boolean passed) {
        rows.sql("""
                        INSERT INTO path_name (name, passed) VALUES (?, ?)
                        ON CONFLICT (organisation, name) DO UPDATE SET passed = excluded.passed
                        """).params(name, passed).update();
    }
}
