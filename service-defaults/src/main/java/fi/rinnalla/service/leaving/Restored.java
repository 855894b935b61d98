package fi.rinnalla.service.leaving;

import fi.rinnalla.service.rows.Keeper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * After the service's database was restored to an earlier time the topics are ahead of it. Started once with
 * {@code --rinnalla.restored.from-epoch=N} (N as the operator read it), the service raises the epoch and says
 * everything it holds again; whoever listens lets go of what it had heard from the earlier epoch. Started twice with the
 * same N, the second time does nothing.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class Restored implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(Restored.class);

    /** @param fromEpoch the epoch that the topics have seen last from this service; 0 in ordinary starts */
    @ConfigurationProperties("rinnalla.restored")
    record Settings(int fromEpoch) {}

    private final Keeper keeper;
    private final Settings settings;

    Restored(Keeper keeper, Settings settings) {
        this.keeper = keeper;
        this.settings = settings;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (settings.fromEpoch() > 0) {
            keeper.transaction().executeWithoutResult(status -> raise(settings.fromEpoch() + 1));
        }
    }

    private void raise(int epoch) {
        int raised = keeper.rows()
                .sql("UPDATE epoch SET current = ? WHERE current < ?")
                .params(epoch, epoch)
                .update();
        if (raised == 0) {
            return;
        }
        int again = keeper.rows().sql("""
                        WITH held AS (DELETE FROM outbox_sent RETURNING *)
                        INSERT INTO outbox (position, id, organisation, topic, for_organisation, type, subject,
                                            sequence, recorded_at, traceparent, data)
                        OVERRIDING SYSTEM VALUE
                        SELECT position, id, organisation, topic, for_organisation, type, subject, sequence,
                               recorded_at, traceparent, data FROM held
                        """).update();
        log.warn("The database was restored: epoch {} begins and {} events are said again", epoch, again);
    }
}
