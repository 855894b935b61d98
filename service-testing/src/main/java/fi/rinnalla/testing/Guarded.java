package fi.rinnalla.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Looks at a service's database as its owner would: is every table guarded, and does the guard hold? */
public final class Guarded {

    /** Tables that hold no organisation's data, each for its reason. */
    private static final String EXEMPT = """
            ('flyway_schema_history', 'epoch', 'inbox_position', 'inbox_source', 'view_generation')""";

    private Guarded() {}

    /** All tables with an organisation's rows. */
    public static List<String> tables(Connection admin) throws SQLException {
        return names(admin, """
                SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace
                  AND relname NOT IN """ + EXEMPT + " ORDER BY 1");
    }

    /** Tables where something is missing: row security, forced on the owner too, an organisation that is never null. */
    public static List<String> unguarded(Connection admin) throws SQLException {
        return names(admin, """
                SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace
                  AND relname NOT IN %s
                  AND NOT (relrowsecurity AND relforcerowsecurity AND EXISTS (
                      SELECT FROM pg_attribute WHERE attrelid = pg_class.oid AND attname = 'organisation' AND attnotnull))
                """.formatted(EXEMPT));
    }

    /** What a role owns, or is beyond the rules by: for a service role, nothing. */
    public static List<String> privilegesOf(Connection admin, String role) throws SQLException {
        return names(admin, """
                SELECT relname FROM pg_class JOIN pg_roles ON relowner = pg_roles.oid WHERE rolname = '%1$s'
                UNION ALL SELECT 'superuser' FROM pg_roles WHERE rolname = '%1$s' AND rolsuper
                UNION ALL SELECT 'bypassrls' FROM pg_roles WHERE rolname = '%1$s' AND rolbypassrls
                """.formatted(role));
    }

    /** How many rows of another organisation a role sees in a table while it acts for one (or for none). */
    public static long foreignRows(Connection admin, String role, String table, String actingFor) throws SQLException {
        admin.setAutoCommit(false);
        try (var statement = admin.createStatement()) {
            statement.execute("SET LOCAL ROLE " + role);
            statement.execute("SELECT set_config('app.organisation', '%s', true)".formatted(actingFor));
            try (var row =
                    statement.executeQuery("SELECT count(*) FROM %s WHERE organisation <> '%s' AND organisation <> '?'"
                            .formatted(table, actingFor))) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException denied) {
            if ("42501".equals(denied.getSQLState())) {
                return 0; // not even the right to look
            }
            throw denied;
        } finally {
            admin.rollback();
            admin.setAutoCommit(true);
        }
    }

    public static long rows(Connection admin, String table, String organisation) throws SQLException {
        try (var row = admin.createStatement()
                .executeQuery("SELECT count(*) FROM %s WHERE organisation = '%s'".formatted(table, organisation))) {
            row.next();
            return row.getLong(1);
        }
    }

    private static List<String> names(Connection admin, String sql) throws SQLException {
        var names = new ArrayList<String>();
        try (var row = admin.createStatement().executeQuery(sql)) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        return names;
    }
}
