package fi.rinnalla.service.rows;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Refuses to start with a database role to which row-level security would not apply. */
final class PlainRole {

    private PlainRole() {}

    static void check(JdbcClient rows) {
        boolean beyondTheRules = rows.sql("""
                        SELECT rolsuper OR rolbypassrls
                            OR EXISTS (SELECT FROM pg_class WHERE relowner = pg_roles.oid AND relkind IN ('r', 'p'))
                        FROM pg_roles WHERE rolname = current_user
                        """).query(Boolean.class).single();
        if (beyondTheRules) {
            throw new IllegalStateException(
                    "The service's database role is a superuser, has BYPASSRLS or owns a table: row-level security would"
                            + " not hold for it. Log in as the plain service role (see ops/postgres/databases.sql).");
        }
    }
}
