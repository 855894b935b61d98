package fi.rinnalla.service.rows;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever comes with a secret and no login: a function of the database finds whose it is and nothing else. */
public class BySecret {

    private final JdbcClient rows;
    private final TransactionTemplate transaction;

    BySecret(JdbcClient rows, TransactionTemplate transaction) {
        this.rows = rows;
        // Of its own: whoever comes with a secret of another organisation may be within a transaction of theirs.
        this.transaction = new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()));
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Does the work in a transaction for the organisation that the secret belongs to.
     *
     * @param function of the database: takes the secret, or its hash, and gives an organisation or null
     * @return empty also for a secret that is nobody's
     */
    public <T> Optional<T> open(String function, Object secret, Supplier<Optional<T>> work) {
        return rows.sql("SELECT coalesce(" + function + "(?), '')")
                .param(secret)
                .query(String.class)
                .optional()
                .filter(organisation -> !organisation.isEmpty())
                .flatMap(organisation -> ActingFor.organisation(
                        organisation, () -> Objects.requireNonNull(transaction.execute(status -> work.get()))));
    }
}
