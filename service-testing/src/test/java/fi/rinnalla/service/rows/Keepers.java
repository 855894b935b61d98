package fi.rinnalla.service.rows;

import fi.rinnalla.testing.Infrastructure;
import org.flywaydb.core.Flyway;

/** A keeper of a database that holds the defaults and nothing else. */
public final class Keepers {

    private Keepers() {}

    public static Keeper of(String database) {
        var url = Infrastructure.running().jdbcUrl(database);
        Flyway.configure()
                .dataSource(url, database + "_owner", "")
                .locations("classpath:db/defaults", "classpath:db/test")
                .placeholders(
                        java.util.Map.of("service_role", database + "_service", "keeper_role", database + "_keeper"))
                .load()
                .migrate();
        return new Keeper(url, new Keeper.Settings(database + "_keeper", ""));
    }
}
