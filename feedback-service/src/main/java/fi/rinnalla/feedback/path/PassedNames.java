package fi.rinnalla.feedback.path;

import fi.rinnalla.service.rows.Keeper;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people call services and what is hard in them, once a person has looked whether anybody is named. */
@Repository
class PassedNames {

    private final JdbcClient rows;
    private final Keeper keeper;

    PassedNames(JdbcClient rows, Keeper keeper) {
        this.rows = rows;
        this.keeper = keeper;
    }

    Set<String> passed(String organisation) {
        return new HashSet<>(keeper.rows()
                .sql("SELECT name FROM path_name WHERE organisation = ? AND passed")
                .param(organisation)
                .query(String.class)
                .list());
    }

    /** Passed or withheld, of the caller's organisation. */
    Set<String> decided() {
        return new HashSet<>(rows.sql("SELECT name FROM path_name").query(String.class).list());
    }

    void decide(String name, boolean passed) {
        rows.sql("""
                        INSERT INTO path_name (name, passed) VALUES (?, ?)
                        ON CONFLICT (organisation, name) DO UPDATE SET passed = excluded.passed
                        """).params(name, passed).update();
    }
}
