package fi.rinnalla.feedback.indicator;

import fi.rinnalla.feedback.PeriodsAsked;
import fi.rinnalla.feedback.Period;
import fi.rinnalla.feedback.figure.Rate;
import fi.rinnalla.feedback.heard.HeardView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The facts of the views, in the order of their arrival; of answers only releases that have arrived whole. */
@Repository
class Facts {

    /** @param part by which they are parted; absent where a fact does not tell */
    record Known(String period, String unit, @Nullable String part, int holds, int of) {

        Rate.Part asPart() {
            return new Rate.Part(holds, of);
        }
    }

    private static final String OF_EVENTS = """
            SELECT %1$s AS period, unit, %2$s AS part, holds, total AS of FROM indicator_fact
            WHERE indicator = ? AND unit = coalesce(?, unit) AND %1$s LIKE ?
                AND generation = (SELECT generation FROM view_generation WHERE view = ? AND live)
            ORDER BY first_event
            """;

    private static final String OF_ANSWERS = """
            WITH live AS (
                SELECT * FROM (SELECT *, with_peer_expert AS pair, NULL::uuid AS activity FROM heard_answer) answer
                WHERE giver = ? AND unit = coalesce(?, unit) AND %1$s LIKE ?
                    AND generation = (SELECT generation FROM view_generation WHERE view = ? AND live)
            ), whole AS (
                SELECT release FROM live GROUP BY release HAVING count(*) = min(release_size)
            )
            SELECT %1$s AS period, unit, %2$s AS part, (scores->>?)::int AS holds, 1 AS of
            FROM live JOIN whole USING (release) WHERE scores->>? IS NOT NULL ORDER BY event
            """;

    private final JdbcClient rows;

    Facts(JdbcClient rows) {
        this.rows = rows;
    }

    /** @return by period; of answers {@code holds} is the score */
    Map<String, List<Known>> of(Indicator indicator, @Nullable String unit, @Nullable Dimension by, PeriodsAsked asked) {
        var part = by == null ? "NULL::text" : by.column();
        // A year's periods begin alike; the first week of a year may be of the year before.
        var year = asked.year() + "-%";
        var found = indicator.asks() == null
                ? query(OF_EVENTS.formatted(asked.column(), part), indicator.name(), unit, year, IndicatorView.NAME)
                : query(
                        OF_ANSWERS.formatted(asked.column(), part),
                        indicator.asks().giver().name(), unit, year, HeardView.NAME, indicator.asks().question(), indicator.asks().question());
        return found.stream().collect(Collectors.groupingBy(Known::period));
    }

    private List<Known> query(String sql, @Nullable Object... parameters) {
        return rows.sql(sql).params(Arrays.asList(parameters)).query(Known.class).list();
    }

    /** Units of which anything is known, of the organisation that is acted for. */
    List<String> units() {
        return rows.sql("SELECT unit FROM indicator_fact WHERE unit <> '' UNION SELECT unit FROM heard_answer ORDER BY 1")
                .query(String.class)
                .list();
    }

    /** Years in which anything is known. */
    List<Integer> years() {
        return rows.sql("SELECT DISTINCT left(quarter, 4)::int FROM indicator_fact UNION SELECT left(quarter, 4)::int FROM heard_answer ORDER BY 1")
                .query(Integer.class)
                .list();
    }
}
