package fi.rinnalla.service.arriving;

import fi.rinnalla.service.arriving.Arrival.Enveloped;
import fi.rinnalla.service.arriving.Arrival.Raw;
import fi.rinnalla.service.rows.Ids;
import fi.rinnalla.service.rows.Keeper;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** What one listener remembers of what it heard. All within the caller's {@link Keeper} transaction. */
final class Inbox {

    /** Records for whose sake their subject waits; all others are parked by themselves. */
    static final String SUBJECT_WAITS = "reason IN ('gap', 'behind', 'failed', 'unreadable-data', 'no-data')";

    /** Which subject of which source. */
    record SubjectKey(String source, String subject) {}

    /** How far a subject was heard, and whether it waits for a person. */
    record Heard(String organisation, long sequence, boolean parked) {}

    private final String listener;
    private final Keeper keeper;
    private final Ids ids;

    Inbox(String listener, Keeper keeper, Ids ids) {
        this.listener = listener;
        this.keeper = keeper;
        this.ids = ids;
    }

    String listener() {
        return listener;
    }

    Map<TopicPartition, Long> positions() {
        var positions = new HashMap<TopicPartition, Long>();
        keeper.rows()
                .sql("SELECT topic, part, next FROM inbox_position WHERE listener = ?")
                .param(listener)
                .query((row, n) -> positions.put(
                        new TopicPartition(row.getString("topic"), row.getInt("part")), row.getLong("next")))
                .list();
        return positions;
    }

    /** Moves on from {@code expected}; false when another process has done so meanwhile. */
    boolean moveOn(TopicPartition partition, long expected, long next) {
        return keeper.rows()
                        .sql("""
                        INSERT INTO inbox_position AS here (listener, topic, part, next) VALUES (?, ?, ?, ?)
                        ON CONFLICT (listener, topic, part) DO UPDATE SET next = excluded.next WHERE here.next = ?
                        """)
                        .params(listener, partition.topic(), partition.partition(), next, expected)
                        .update()
                == 1;
    }

    Map<String, Integer> epochs() {
        var epochs = new HashMap<String, Integer>();
        keeper.rows()
                .sql("SELECT source, epoch FROM inbox_source WHERE listener = ?")
                .param(listener)
                .query((row, n) -> epochs.put(row.getString("source"), row.getInt("epoch")))
                .list();
        return epochs;
    }

    /** A source begins a new epoch: all that was remembered of it goes. */
    void beginEpoch(String source, int epoch) {
        keeper.rows().sql("""
                        INSERT INTO inbox_source (listener, source, epoch) VALUES (?, ?, ?)
                        ON CONFLICT (listener, source) DO UPDATE SET epoch = excluded.epoch
                        """).params(listener, source, epoch).update();
        for (var table : List.of("inbox_subject", "inbox_event", "inbox_parked")) {
            keeper.rows()
                    .sql("DELETE FROM " + table + " WHERE listener = ? AND source = ?")
                    .params(listener, source)
                    .update();
        }
    }

    Map<SubjectKey, Heard> subjects(Collection<SubjectKey> wanted) {
        var found = new HashMap<SubjectKey, Heard>();
        keeper.rows()
                .sql("""
                        SELECT source, subject, organisation, sequence, parked FROM inbox_subject
                        WHERE listener = ? AND (source, subject) IN (SELECT * FROM unnest(?::text[], ?::text[]))
                        """)
                .params(
                        listener,
                        wanted.stream().map(SubjectKey::source).toArray(String[]::new),
                        wanted.stream().map(SubjectKey::subject).toArray(String[]::new))
                .query((row, n) -> found.put(
                        new SubjectKey(row.getString("source"), row.getString("subject")),
                        new Heard(row.getString("organisation"), row.getLong("sequence"), row.getBoolean("parked"))))
                .list();
        return found;
    }

    /** Subjects of which a later event came before an earlier one. */
    List<SubjectKey> withGap() {
        return keeper.rows()
                .sql("SELECT DISTINCT source, subject FROM inbox_parked WHERE listener = ? AND reason = ?")
                .params(listener, Intake.GAP)
                .query(SubjectKey.class)
                .list();
    }

    /** One batch at a time per listener: against an operator's release, and against a process that lost the lead. */
    void lock() {
        keeper.rows()
                .sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 1))")
                .param(listener)
                .query((row, n) -> true)
                .list();
    }

    void forgetAll() {
        for (var table : List.of("inbox_position", "inbox_source", "inbox_subject", "inbox_event", "inbox_parked")) {
            keeper.rows()
                    .sql("DELETE FROM " + table + " WHERE listener = ?")
                    .param(listener)
                    .update();
        }
    }

    /** @param known subjects of which something was heard before; the others are new, and only a new row is cheap to write */
    void remember(Map<SubjectKey, Heard> subjects, Set<SubjectKey> known) {
        write(subjects, key -> !known.contains(key), """
                INSERT INTO inbox_subject (listener, source, subject, organisation, sequence, parked)
                SELECT ?, * FROM unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::boolean[])
                """);
        write(subjects, known::contains, """
                UPDATE inbox_subject here SET sequence = heard.sequence, parked = heard.parked
                FROM (SELECT ? AS listener, * FROM unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::boolean[])
                          AS one (source, subject, organisation, sequence, parked)) heard
                WHERE (here.listener, here.source, here.subject) = (heard.listener, heard.source, heard.subject)
                """);
    }

    private void write(Map<SubjectKey, Heard> subjects, Predicate<SubjectKey> which, String sql) {
        var written = subjects.entrySet().stream()
                .filter(one -> which.test(one.getKey()))
                .toList();
        if (written.isEmpty()) {
            return;
        }
        keeper.rows()
                .sql(sql)
                .params(
                        listener,
                        written.stream().map(one -> one.getKey().source()).toArray(String[]::new),
                        written.stream().map(one -> one.getKey().subject()).toArray(String[]::new),
                        written.stream()
                                .map(one -> one.getValue().organisation())
                                .toArray(String[]::new),
                        written.stream().map(one -> one.getValue().sequence()).toArray(Long[]::new),
                        written.stream().map(one -> one.getValue().parked()).toArray(Boolean[]::new))
                .update();
    }

    void rememberEvents(List<Enveloped> events) {
        if (events.isEmpty()) {
            return;
        }
        keeper.rows()
                .sql("""
                        INSERT INTO inbox_event (listener, id, organisation, source, digest)
                        SELECT ?, * FROM unnest(?::uuid[], ?::text[], ?::text[], ?::bytea[]) AS event
                        """)
                .params(
                        listener,
                        events.stream().map(event -> event.envelope().id()).toArray(UUID[]::new),
                        events.stream()
                                .map(event -> event.envelope().organisation())
                                .toArray(String[]::new),
                        events.stream().map(event -> event.envelope().source()).toArray(String[]::new),
                        events.stream().map(Enveloped::digest).toArray(byte[][]::new))
                .update();
    }

    Optional<byte[]> digestOf(String source, UUID id) {
        return keeper.rows()
                .sql("SELECT digest FROM inbox_event WHERE listener = ? AND source = ? AND id = ?")
                .params(listener, source, id)
                .query((row, n) -> row.getBytes(1))
                .optional();
    }

    void park(Arrival arrival, String reason) {
        var raw = arrival.raw();
        var envelope = arrival instanceof Enveloped enveloped ? enveloped.envelope() : null;
        keeper.rows()
                .sql("""
                        INSERT INTO inbox_parked (id, listener, organisation, source, subject, sequence, topic, part,
                                                  at_offset, reason, key, value)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (listener, topic, part, at_offset) DO NOTHING
                        """)
                .params(java.util.Arrays.<@Nullable Object>asList(
                        ids.get(),
                        listener,
                        envelope == null ? "?" : envelope.organisation(),
                        envelope == null ? null : envelope.source(),
                        envelope == null ? null : envelope.subject(),
                        envelope == null ? null : envelope.sequence(),
                        raw.topic(),
                        raw.part(),
                        raw.offset(),
                        reason,
                        raw.key(),
                        raw.value()))
                .update();
    }

    /** What waits of a subject, lowest sequence first: kept back by a gap or behind a parked event. */
    List<Raw> waiting(SubjectKey subject) {
        return keeper.rows()
                .sql("""
                        SELECT topic, part, at_offset, key, value FROM inbox_parked
                        WHERE listener = ? AND source = ? AND subject = ? AND %s
                        ORDER BY sequence
                        """.formatted(SUBJECT_WAITS))
                .params(listener, subject.source(), subject.subject())
                .query((row, n) -> raw(row))
                .list();
    }

    void unpark(Raw raw) {
        keeper.rows()
                .sql("DELETE FROM inbox_parked WHERE listener = ? AND topic = ? AND part = ? AND at_offset = ?")
                .params(listener, raw.topic(), raw.part(), raw.offset())
                .update();
    }

    void unparkSubject(SubjectKey subject) {
        keeper.rows()
                .sql("UPDATE inbox_subject SET parked = false WHERE listener = ? AND source = ? AND subject = ?")
                .params(listener, subject.source(), subject.subject())
                .update();
    }

    private static Raw raw(java.sql.ResultSet row) throws SQLException {
        return new Raw(
                row.getString("topic"),
                row.getInt("part"),
                row.getLong("at_offset"),
                row.getBytes("key"),
                row.getBytes("value"));
    }
}
