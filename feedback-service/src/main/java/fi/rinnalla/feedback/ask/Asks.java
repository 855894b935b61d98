package fi.rinnalla.feedback.ask;

import fi.rinnalla.event.feedback.Giver;
import fi.rinnalla.event.meeting.Channel;
import fi.rinnalla.event.meeting.MeetingKind;
import fi.rinnalla.feedback.Period;
import fi.rinnalla.feedback.question.QuestionSets;
import fi.rinnalla.service.answering.Refused;
import fi.rinnalla.service.delivering.Sealing;
import fi.rinnalla.service.pages.Secrets;
import fi.rinnalla.service.rows.BySecret;
import fi.rinnalla.service.time.Helsinki;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * The pool of answer links. Tokens are made a handful at a time for a group and kept, hashed, in the database; which of
 * them was handed out, and when, is written nowhere. Tokens that a restart forgets expire unused.
 */
@Repository
public class Asks {

    private static final int MADE_AT_ONCE = 10;
    private static final int GROUPS_REMEMBERED = 5_000;
    /** For one unit and week: more than any unit meets people, fewer than would hurt. */
    private static final int MOST_OPEN = 500;

    private static final int VALID_WEEKS = 4;

    private static final String GROUP = "unit, week, sealed, is_open";

    private final JdbcClient rows;
    private final BySecret bySecret;
    private final Sealing sealing;
    private final JsonMapper json;
    private final Clock clock;
    private final Map<String, Deque<String>> pool = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<String>> eldest) {
            return size() > GROUPS_REMEMBERED;
        }
    });

    Asks(JdbcClient rows, BySecret bySecret, Sealing sealing, JsonMapper json, Clock clock) {
        this.rows = rows;
        this.bySecret = bySecret;
        this.sealing = sealing;
        this.json = json;
        this.clock = clock;
    }

    /** Hands out a token of the group. Within the request's transaction. */
    String take(String organisation, AskGroup group) {
        var key = organisation + "/" + group;
        var made = pool.computeIfAbsent(key, any -> new ArrayDeque<>());
        synchronized (made) {
            if (!made.isEmpty()) {
                return made.pop();
            }
        }
        var tokens = make(group);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                synchronized (made) {
                    made.addAll(tokens.subList(1, tokens.size()));
                }
            }
        });
        return tokens.getFirst();
    }

    private List<String> make(AskGroup group) {
        long open = rows.sql("SELECT count(*) FROM ask WHERE unit = ? AND week = ?")
                .params(group.unit(), group.week().toString())
                .query(Long.class)
                .single();
        if (open + MADE_AT_ONCE > MOST_OPEN) {
            throw new Refused(
                    "too-many-open-links", "The unit has very many unanswered links for this week. Use those first.");
        }
        var tokens = Stream.generate(Secrets::token).limit(MADE_AT_ONCE).toList();
        rows.sql("""
                        INSERT INTO ask (token_hash, unit, week, sealed, expires_on)
                        SELECT hash, ?, ?, sealed, ? FROM unnest(?::bytea[], ?::bytea[]) AS made (hash, sealed) ORDER BY random()
                        """)
                .params(
                        group.unit(),
                        group.week().toString(),
                        expiry(Helsinki.today(clock)),
                        tokens.stream().map(Secrets::hash).toArray(byte[][]::new),
                        // Each sealed by itself: tokens of a group can't be told to be of one.
                        tokens.stream()
                                .map(token -> sealing.closeAtOneLength(json.writeValueAsString(Told.of(group))))
                                .toArray(byte[][]::new))
                .update();
        return tokens;
    }

    private static LocalDate expiry(LocalDate today) {
        return today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)).plusWeeks(VALID_WEEKS);
    }

    /** What a link that still opens a form leads to. Looking spends nothing. */
    public <T> Optional<T> open(String token, Function<AskGroup, T> whatFollows) {
        return find("SELECT %s FROM ask WHERE token_hash = ? AND expires_on > ?", token, whatFollows);
    }

    /**
     * Spends the link and does, in the same transaction, what follows. Of two at once only one spends it.
     *
     * @return empty if the link was used, has expired or never was
     */
    public <T> Optional<T> spend(String token, Function<AskGroup, T> whatFollows) {
        return find("DELETE FROM ask WHERE token_hash = ? AND expires_on > ? RETURNING %s", token, whatFollows);
    }

    private <T> Optional<T> find(String sql, String token, Function<AskGroup, T> whatFollows) {
        var hash = Secrets.hash(token);
        return bySecret.open(
                "ask_organisation",
                hash,
                () -> rows.sql(sql.formatted(GROUP))
                        .params(hash, Helsinki.today(clock))
                        .query(this::group)
                        .optional()
                        .map(whatFollows));
    }

    /** What is sealed of a group. */
    private record Told(
            MeetingKind kind,
            Channel channel,
            boolean withPeerExpert,
            Giver giver,
            @Nullable UUID set,
            int version) {

        static Told of(AskGroup group) {
            return new Told(
                    group.kind(),
                    group.channel(),
                    group.withPeerExpert(),
                    group.giver(),
                    group.questions().set(),
                    group.questions().version());
        }
    }

    private AskGroup group(ResultSet row, int n) throws SQLException {
        var sealed = row.getBytes("sealed");
        var told = json.readValue(
                row.getBoolean("is_open") ? new String(sealed, StandardCharsets.UTF_8) : sealing.open(sealed),
                Told.class);
        return new AskGroup(
                row.getString("unit"),
                Period.week(row.getString("week")),
                told.kind(),
                told.channel(),
                told.withPeerExpert(),
                told.giver(),
                new QuestionSets.Chosen(told.set(), told.version()));
    }
}
