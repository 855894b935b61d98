package fi.rinnalla.service.arriving;

import fi.rinnalla.service.answering.NotFound;
import fi.rinnalla.service.answering.Refused;
import fi.rinnalla.service.arriving.Inbox.SubjectKey;
import fi.rinnalla.service.rows.Keeper;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What could not be taken in, for an operator: why, and a way on. Shows no content of any record. */
public class Parked {

    private static final Logger log = LoggerFactory.getLogger(Parked.class);

    /**
     * One record that waits.
     *
     * @param reason  {@code gap}, {@code behind}, {@code failed}, {@code unreadable-data} and so on; see docs/operating.md
     * @param subject of the event, absent where the record does not tell it
     */
    public record One(
            UUID id,
            String listener,
            @Nullable String subject,
            String topic,
            int partition,
            long offset,
            String reason) {}

    private static final String SELECT = """
            SELECT id, listener, subject, topic, part AS partition, at_offset AS "offset", reason FROM inbox_parked
            """;

    private final JdbcClient rows;
    private final Keeper keeper;
    private final Hearings hearings;
    private final List<Hears> listeners;
    private final List<View> views;
    private final Generations generations;

    Parked(
            JdbcClient rows,
            Keeper keeper,
            Hearings hearings,
            List<Hears> listeners,
            List<View> views,
            Generations generations) {
        this.rows = rows;
        this.keeper = keeper;
        this.hearings = hearings;
        this.listeners = listeners;
        this.views = views;
        this.generations = generations;
    }

    /** The organisation's own, and those of which nobody can tell whose they are; the oldest first. */
    public List<One> list(int most, Optional<String> after) {
        return rows.sql(SELECT + "WHERE id > ? ORDER BY id LIMIT ?")
                .params(after.map(UUID::fromString).orElse(new UUID(0, 0)), most)
                .query(One.class)
                .list();
    }

    /** Tries again; the whole subject follows. Released twice, the second time finds nothing to do. */
    public void release(UUID id, String operator) {
        var one = visible(id);
        if (one.isEmpty()) {
            return;
        }
        var hears = listener(one.get().listener());
        keeper.transaction().executeWithoutResult(status -> {
            var subject = keeper.rows()
                    .sql("SELECT source, subject FROM inbox_parked WHERE id = ? AND subject IS NOT NULL")
                    .param(id)
                    .query(SubjectKey.class)
                    .optional()
                    .orElseThrow(Parked::stillNotReadable);
            Hearing.release(hears, hearings.inboxOf(hears), hearings.readerOf(hears), subject);
            var again = keeper.rows()
                    .sql(
                            "SELECT count(*) FROM inbox_subject WHERE listener = ? AND source = ? AND subject = ? AND parked")
                    .params(hears.name(), subject.source(), subject.subject())
                    .query(Long.class)
                    .single();
            if (again > 0) {
                throw stillNotReadable();
            }
        });
        log.info("operator {} released parked {} of {}", operator, id, one.get().listener());
    }

    /** Lets go of a record that belongs to no subject, for good: a hostile one that no release can make readable. */
    public void discard(UUID id, String operator) {
        var one = visible(id);
        if (one.isEmpty()) {
            return;
        }
        int gone = keeper.rows()
                .sql("DELETE FROM inbox_parked WHERE id = ? AND NOT " + Inbox.SUBJECT_WAITS)
                .param(id)
                .update();
        if (gone == 0) {
            throw new Refused(
                    "subject-waits-for-it", "Other events wait for this one: release it, it can't be discarded.");
        }
        log.info(
                "operator {} discarded parked {} of {}", operator, id, one.get().listener());
    }

    private Optional<One> visible(UUID id) {
        return rows.sql(SELECT + "WHERE id = ?").param(id).query(One.class).optional();
    }

    private Hears listener(String name) {
        for (var hears : listeners) {
            if (hears.name().equals(name)) {
                return hears;
            }
        }
        for (var view : views) {
            var filling = view.filling(generations.liveOrFirst(view.name()));
            if (filling.name().equals(name)) {
                return filling;
            }
        }
        throw new NotFound();
    }

    private static Refused stillNotReadable() {
        return new Refused("still-parked", "It still can't be taken in. Mend the cause first, or discard it.");
    }
}
