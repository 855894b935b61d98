package fi.rinnalla.service.rows;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/**
 * Tells PostgreSQL at the start of each transaction whose rows there are; row-level security does the rest. Without an
 * organisation there are none.
 */
class OrganisationTransactions extends JdbcTransactionManager {

    OrganisationTransactions(DataSource service) {
        super(service);
    }

    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
            throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        var organisation = ActingFor.organisation();
        if (organisation.isPresent()) {
            // "true" ends the setting with the transaction, so a pooled connection carries nothing over.
            try (var tell = connection.prepareStatement("SELECT set_config('app.organisation', ?, true)")) {
                tell.setString(1, organisation.get());
                tell.execute();
            }
        }
    }
}
