package fi.rinnalla.service.rows;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The second way into the database, for what works on behalf of all organisations: the relay, the ears, the schedules.
 * It has its own type, so that nobody is handed it by accident, and its own role, which sees only the tables that it
 * keeps.
 */
public final class Keeper implements AutoCloseable {

    @ConfigurationProperties("rinnalla.keeper")
    record Settings(String username, String password) {}

    private final String url;
    private final Settings settings;
    private final HikariDataSource pool;
    private final JdbcClient rows;
    private final TransactionTemplate transaction;

    /** @param url the service's own database */
    Keeper(String url, Settings settings) {
        this.url = url;
        this.settings = settings;
        var config = new HikariConfig();
        config.setPoolName("keeper");
        config.setJdbcUrl(url);
        config.setUsername(settings.username());
        config.setPassword(settings.password());
        config.setMaximumPoolSize(6);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(3_000);
        config.setInitializationFailTimeout(-1);
        this.pool = new HikariDataSource(config);
        this.rows = JdbcClient.create(new JdbcTemplate(pool));
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(pool));
    }

    public JdbcClient rows() {
        return rows;
    }

    public JdbcTemplate template() {
        return new JdbcTemplate(pool);
    }

    public TransactionTemplate transaction() {
        return transaction;
    }

    /** A connection of its own, outside the pool: an advisory lock lives and dies with it. */
    public Connection ownConnection() throws SQLException {
        return DriverManager.getConnection(url, settings.username(), settings.password());
    }

    @Override
    public void close() {
        pool.close();
    }
}
