package fi.rinnalla.feedback.ask;

import fi.rinnalla.feedback.Period;
import fi.rinnalla.service.pages.Secrets;
import fi.rinnalla.service.time.Helsinki;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What is sent twice has one effect, also where an answer kept under its Idempotency-Key would lie beside a person and a time: of
 * the key, or the word that a page gave its form, a hash and the week are kept, and forgotten after two. Of a flood at a unit a
 * person looks before it counts.
 */
@Repository
public class Forms {

    public static final String KEY = "Idempotency-Key";
    /** A form's random word, as a field of its page. */
    public static final String WORD = "form";

    /** In a week: more than meet in one unit and find the poster. */
    private static final int MOST_A_WEEK = 200;

    private final JdbcClient rows;
    private final Clock clock;

    Forms(JdbcClient rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * @param what is sent, so that the same key for something else is another
     * @param key  absent where the sender takes care that nothing is sent twice
     */
    public boolean isFirst(String what, String unit, @Nullable String key) {
        return key == null
                || rows.sql("INSERT INTO door_form (hash, unit, week) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                                .params(Secrets.hash(String.join("/", what, unit, key)), unit, week())
                                .update()
                        == 1;
    }

    /** Of a form that came without a word of its own, one that never comes again. */
    public static String wordIn(Map<String, String> fields) {
        return Optional.ofNullable(fields.get(WORD))
                .filter(word -> !word.isEmpty())
                .orElseGet(Secrets::token);
    }

    public boolean isFlood(String unit) {
        return rows.sql("SELECT count(*) FROM door_form WHERE unit = ? AND week = ?")
                        .params(unit, week())
                        .query(Integer.class)
                        .single()
                > MOST_A_WEEK;
    }

    private String week() {
        return Period.Week.of(Helsinki.today(clock)).toString();
    }
}
