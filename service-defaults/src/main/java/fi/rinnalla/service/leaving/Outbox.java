package fi.rinnalla.service.leaving;

import fi.rinnalla.event.Event;
import fi.rinnalla.event.Family;
import fi.rinnalla.event.Said;
import fi.rinnalla.service.rows.Ids;
import fi.rinnalla.service.rows.Keeper;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where an event waits to be said: a row in the command's own transaction. Save the aggregate first (its version is
 * guarded), then say; so a subject's rows are written in the order of their sequence.
 */
public class Outbox {

    private static final String INSERT = """
            INSERT INTO outbox (id, organisation, topic, for_organisation, type, subject, sequence, recorded_at,
                                traceparent, data)
            VALUES (?, coalesce(?, current_organisation()), ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final JdbcClient rows;
    private final Keeper keeper;
    private final Ids ids;
    private final Clock clock;
    private final JsonMapper json;
    private final ObjectProvider<Relay> relay;

    Outbox(JdbcClient rows, Keeper keeper, Ids ids, Clock clock, JsonMapper json, ObjectProvider<Relay> relay) {
        this.rows = rows;
        this.keeper = keeper;
        this.ids = ids;
        this.clock = clock;
        this.json = json;
        this.relay = relay;
    }

    /**
     * Within the caller's transaction.
     *
     * @param subject  what it happened to
     * @param sequence counts the subject's events from 1; usually the version of the aggregate just saved
     */
    public void say(Object subject, long sequence, Event event) {
        insert(rows, null, subject, sequence, event);
    }

    /** The same within a {@link Keeper}'s transaction, which knows no organisation by itself. */
    public void sayFor(String organisation, Object subject, long sequence, Event event) {
        insert(keeper.rows(), organisation, subject, sequence, event);
    }

    private void insert(JdbcClient into, @Nullable String organisation, Object subject, long sequence, Event event) {
        var said = event.getClass().getAnnotation(Said.class);
        into.sql(INSERT)
                .params(Arrays.asList(
                        ids.get(),
                        organisation,
                        topicOf(event),
                        said.to() == Said.Audience.ORGANISATION,
                        said.type(),
                        subject.toString(),
                        sequence,
                        clock.instant().atOffset(ZoneOffset.UTC),
                        traceparent().orElse(null),
                        json.writeValueAsString(event)))
                .update();
        wakeRelayAfterCommit();
    }

    private static String topicOf(Event event) {
        return Arrays.stream(event.getClass().getInterfaces())
                .flatMap(family -> Optional.ofNullable(family.getAnnotation(Family.class)).stream())
                .findFirst()
                .orElseThrow()
                .topic();
    }

    private static Optional<String> traceparent() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? Optional.ofNullable(request.getRequest().getHeader("traceparent"))
                        .filter(header -> header.matches("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}"))
                : Optional.empty();
    }

    private void wakeRelayAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                relay.ifAvailable(Relay::wake);
            }
        });
    }
}
