package fi.rinnalla.service.rows;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The right of one process among several to do a job, held as an advisory lock. When the process dies, PostgreSQL
 * notices the closed connection at once and the next one takes over; no time-out is involved.
 */
public final class Leadership implements AutoCloseable {

    private final Connection connection;
    private final String job;

    private Leadership(Connection connection, String job) {
        this.connection = connection;
        this.job = job;
    }

    /** Waits until the job is free, looking every {@code pause} milliseconds. */
    public static Leadership of(Keeper keeper, String job, long pause) throws SQLException, InterruptedException {
        var connection = keeper.ownConnection();
        try {
            while (!lock(connection, "pg_try_advisory_lock", job)) {
                Thread.sleep(pause);
            }
            return new Leadership(connection, job);
        } catch (SQLException | InterruptedException | RuntimeException failed) {
            connection.close();
            throw failed;
        }
    }

    private static boolean lock(Connection connection, String function, String job) throws SQLException {
        try (var ask = connection.prepareStatement("SELECT " + function + "(hashtextextended(?, 0))")) {
            ask.setString(1, job);
            try (var answer = ask.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    /** Whether the lock's connection still lives. Work that must be fenced is done on {@link #connection()} itself. */
    public boolean holds() throws SQLException {
        return connection.isValid(2);
    }

    public Connection connection() {
        return connection;
    }

    @Override
    public void close() throws SQLException {
        if (!connection.isClosed() && connection.getAutoCommit() && connection.isValid(1)) {
            lock(connection, "pg_advisory_unlock", job);
        }
        connection.close();
    }
}
