package fi.rinnalla.feedback.ask;

import fi.rinnalla.event.meeting.Channel;
import fi.rinnalla.event.meeting.MeetingKind;
import fi.rinnalla.service.time.Helsinki;
import fi.rinnalla.event.feedback.Giver;
import fi.rinnalla.feedback.Period;
import fi.rinnalla.feedback.question.QuestionSets;
import fi.rinnalla.service.pages.Secrets;
import fi.rinnalla.service.answering.Refused;
import fi.rinnalla.service.rows.BySecret;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayDeque;
import java.util.Arrays;
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

    private static final String GROUP = "unit, week, kind, channel, with_peer_expert, giver, question_set, question_version";

    private final JdbcClient rows;
    private final BySecret bySecret;
    private final Clock clock;
    private final Map<String, Deque<String>> pool = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<String>> eldest) {
            return size() > GROUPS_REMEMBERED;
        }
    });

    Asks(JdbcClient rows, BySecret bySecret, Clock clock) {
        this.rows = rows;
        this.bySecret = bySecret;
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
                        INSERT INTO ask (token_hash, unit, week, kind, channel, with_peer_expert, giver, question_set, question_version,
                                         expires_on)
                        SELECT hash, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM unnest(?::bytea[]) AS hash ORDER BY random()
                        """)
                .params(Arrays.<@Nullable Object>asList(
                        group.unit(),
                        group.week().toString(),
                        group.kind().name(),
                        group.channel().name(),
                        group.withPeerExpert(),
                        group.giver().name(),
                        group.questions().set(),
                        group.questions().version(),
                        expiry(Helsinki.today(clock)),
                        tokens.stream().map(Secrets::hash).toArray(byte[][]::new)))
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
        return bySecret.open("ask_organisation", hash, () -> rows.sql(sql.formatted(GROUP))
                .params(hash, Helsinki.today(clock))
                .query(Asks::group)
                .optional()
                .map(whatFollows));
    }

    private static AskGroup group(ResultSet row, int n) throws SQLException {
        return new AskGroup(
                row.getString("unit"),
                (Period.Week) Period.parse(row.getString("week")).orElseThrow(),
                MeetingKind.valueOf(row.getString("kind")),
                Channel.valueOf(row.getString("channel")),
                row.getBoolean("with_peer_expert"),
                Giver.valueOf(row.getString("giver")),
                new QuestionSets.Chosen(row.getObject("question_set", UUID.class), row.getInt("question_version")));
    }
}
