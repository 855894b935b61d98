package fi.rinnalla.service.rows;

import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionTemplate;

/** Work for one organisation that nobody of it asks for just now: in a transaction of its own, or in the one that there is. */
public class OnBehalf {

    private final TransactionTemplate transaction;

    OnBehalf(TransactionTemplate transaction) {
        this.transaction = transaction;
    }

    public void of(String organisation, Runnable work) {
        ActingFor.organisation(organisation, () -> {
            transaction.executeWithoutResult(_ -> work.run());
            return organisation;
        });
    }

    public <T> T found(String organisation, Supplier<T> work) {
        return Objects.requireNonNull(ActingFor.organisation(organisation, () -> transaction.execute(_ -> work.get())));
    }
}
