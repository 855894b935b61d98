package fi.rinnalla.feedback.indicator;

import fi.rinnalla.feedback.Period;
import fi.rinnalla.feedback.figure.Rate;
import fi.rinnalla.feedback.heard.HeardView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The facts of the views, in the order of their arrival; of answers only releases that have arrived whole. */
@Repository
class Facts {

    /**
     * @param week    and month: absent where an answer was coarsened beyond it
     * @param part    by which they are parted; absent where a fact does not tell
     * @param holds   of answers the score
     */
    record Known(
            @Nullable String week, @Nullable String month, String quarter, String unit, @Nullable String part, int holds, int of)
            implements Rate.Part {

        boolean isIn(Period period) {
            return switch (period) {
                case Period.Week of -> of.toString().equals(week);
                case Period.Month of -> of.toString().equals(month);
                case Period.Quarter of -> of.toString().equals(quarter);
            };
        }

        @Nullable String period(Period.Width width) {
            return switch (width) {
                case WEEK -> week;
                case MONTH -> month;
                case QUARTER -> quarter;
            };
        }
    }

    /** Each table by an index of its own: the quarters of a year are also those of its weeks and months. */
    private static final String OF_EVENTS = """
            SELECT week, month, quarter, unit, %1$s AS part, holds, of FROM (
                SELECT generation, unit, week, month, quarter, kind, channel, pair, activity, first_event AS event, holds, total AS of
                FROM indicator_fact WHERE indicator = :indicator
                UNION ALL
                SELECT generation, unit, week, month, quarter, kind, channel, pair, activity, event,
                       holds[array_position(indicators, :indicator)], totals[array_position(indicators, :indicator)]
                FROM indicator_event WHERE :indicator = ANY (indicators)
            ) fact
            WHERE %2$s AND quarter BETWEEN :first AND :last
                AND generation = (SELECT generation FROM view_generation WHERE view IN (:views) AND live)
            ORDER BY event
            """;

    private static final String OF_ANSWERS = """
            WITH live AS (
                SELECT *, with_peer_expert AS pair, NULL::uuid AS activity FROM heard_answer
                WHERE giver = :giver AND %2$s AND quarter BETWEEN :first AND :last
                    AND generation = (SELECT generation FROM view_generation WHERE view IN (:views) AND live)
            ), whole AS (
                SELECT release FROM live GROUP BY release HAVING count(*) = min(release_size)
            )
            SELECT week, month, quarter, unit, %1$s AS part, (scores->>:question)::int AS holds, 1 AS of
            FROM live JOIN whole USING (release) WHERE scores->>:question IS NOT NULL ORDER BY event
            """;

    /** Of an organisation's year there can be hundreds of thousands. */
    private static final int ROWS_AT_ONCE = 2_000;

    private final JdbcClient rows;
    private final JsonMapper json;

    Facts(JdbcClient rows, JsonMapper json) {
        this.rows = rows;
        this.json = json;
    }

    /** Of one year, in the order of their arrival. */
    List<Known> of(Indicator indicator, @Nullable String unit, @Nullable Dimension by, int year) {
        var asks = indicator.asks();
        return asks == null
                ? ofYear(OF_EVENTS, unit, by, year).param("indicator", indicator.name()).param("views", indicator.views()).query(new OneOfMany()).list()
                : of(asks, unit, by, year);
    }

    /** What was answered to a question, by the kind of giver that was asked. */
    List<Known> of(Indicator.Asks asks, @Nullable String unit, @Nullable Dimension by, int year) {
        return ofYear(OF_ANSWERS, unit, by, year)
                .param("giver", asks.giver().name())
                .param("question", asks.question())
                .param("views", List.of(HeardView.NAME))
                .query(new OneOfMany())
                .list();
    }

    private JdbcClient.StatementSpec ofYear(String spoken, @Nullable String unit, @Nullable Dimension by, int year) {
        var part = by == null ? "NULL::text" : by.column();
        // As a condition of its own: "or any" as a parameter would keep the database from using the index.
        var ofUnit = unit == null ? "true" : "unit = :unit";
        var query = rows.sql(spoken.formatted(part, ofUnit)).withFetchSize(ROWS_AT_ONCE).param("first", year + "-Q1").param("last", year + "-Q4");
        return unit == null ? query : query.param("unit", unit);
    }

    private static final String ALL_EVENTS = """
            SELECT week, month, quarter, unit, indicators, holds, totals FROM (
                SELECT generation, unit, week, month, quarter, first_event AS event,
                       ARRAY[indicator] AS indicators, ARRAY[holds] AS holds, ARRAY[total] AS totals
                FROM indicator_fact
                UNION ALL
                SELECT generation, unit, week, month, quarter, event, indicators, holds, totals FROM indicator_event
            ) fact
            WHERE %2$s AND quarter BETWEEN :first AND :last
                AND generation = (SELECT generation FROM view_generation WHERE view = 'indicators' AND live)
            ORDER BY event
            """;

    private static final String ALL_ANSWERS = """
            WITH live AS (
                SELECT * FROM heard_answer
                WHERE %2$s AND quarter BETWEEN :first AND :last
                    AND generation = (SELECT generation FROM view_generation WHERE view = 'heard' AND live)
            ), whole AS (
                SELECT release FROM live GROUP BY release HAVING count(*) = min(release_size)
            )
            SELECT week, month, quarter, unit, keys, each_score, ones FROM live JOIN whole USING (release), LATERAL (
                SELECT array_agg(giver || '/' || key) AS keys, array_agg(value::int) AS each_score, array_agg(1) AS ones FROM jsonb_each_text(live.scores)
            ) given
            WHERE keys IS NOT NULL ORDER BY event
            """;

    /** All of one year, by what they are kept as, each in the order of arrival: read once, however many indicators rest on them. */
    Map<String, List<Known>> ofYear(@Nullable String unit, int year) {
        var all = new HashMap<String, List<Known>>();
        for (var spoken : List.of(ALL_EVENTS, ALL_ANSWERS)) {
            ofYear(spoken, unit, null, year).query(new ByKept(all));
        }
        return all;
    }

    /** Rows that each hold several facts. */
    private static final class ByKept implements RowCallbackHandler {

        private final Map<String, List<Known>> all;
        private final Map<String, String[]> lists = new HashMap<>();
        private final Map<Known, Known> known = new HashMap<>();

        ByKept(Map<String, List<Known>> all) {
            this.all = all;
        }

        @Override
        public void processRow(ResultSet row) throws SQLException {
            var kept = list(row.getString(5));
            var holds = list(row.getString(6));
            var totals = list(row.getString(7));
            for (int i = 0; i < kept.length; i++) {
                var fact = new Known(
                        row.getString(1), row.getString(2), row.getString(3), row.getString(4), null,
                        Integer.parseInt(holds[i]), Integer.parseInt(totals[i]));
                // Most are like another of the same week and unit.
                all.computeIfAbsent(kept[i], name -> new ArrayList<>()).add(known.computeIfAbsent(fact, same -> same));
            }
        }

        /** An array as the database writes it; few are different. */
        private String[] list(String array) {
            return lists.computeIfAbsent(array, text -> text.substring(1, text.length() - 1).replace("\"", "").split(","));
        }
    }

    /** An organisation's year can be hundreds of thousands of facts, of which hundreds of names are each kept once. */
    private static final class OneOfMany implements RowMapper<Known> {

        private final Map<String, String> names = new HashMap<>();

        @Override
        public Known mapRow(ResultSet row, int n) throws SQLException {
            return new Known(
                    once(row.getString(1)),
                    once(row.getString(2)),
                    Objects.requireNonNull(once(row.getString(3))),
                    Objects.requireNonNull(once(row.getString(4))),
                    once(row.getString(5)),
                    row.getInt(6),
                    row.getInt(7));
        }

        private @Nullable String once(@Nullable String name) {
            return name == null ? null : names.computeIfAbsent(name, same -> same);
        }
    }

    /** @param unit absent for the whole organisation */
    record Grown(String indicator, @Nullable String unit, String period) {}

    private static final String GROWN = """
            WITH fact AS (
                SELECT indicator, unit, week, month, quarter FROM known_fact
                WHERE generation = (SELECT generation FROM view_generation WHERE view = ? AND live)
                UNION ALL
                SELECT giver || '/' || score.key, unit, week, month, quarter FROM heard_answer, jsonb_each(scores) AS score
                WHERE generation = (SELECT generation FROM view_generation WHERE view = ? AND live)
            ), counted AS (
                SELECT indicator, unit, period, count(*) AS n
                FROM fact, LATERAL (VALUES (week), (month), (quarter)) AS of_width (period)
                WHERE period IS NOT NULL
                GROUP BY GROUPING SETS ((indicator, unit, period), (indicator, period))
            ), known AS (
                SELECT indicator, unit, period, max(n) AS n FROM released_figure GROUP BY 1, 2, 3
            )
            SELECT counted.indicator, counted.unit, counted.period FROM counted
            LEFT JOIN known ON known.period = counted.period AND known.unit = coalesce(counted.unit, '')
                AND known.indicator = (?::jsonb)->>counted.indicator
            WHERE counted.unit IS DISTINCT FROM '' AND counted.n >= coalesce(known.n, 0) + ?
            """;

    /**
     * Where as many facts are there as make a figure, and as many more than when it was last let out: found by one look at all of
     * them. Of opinions some may still not be told.
     *
     * @param slugs by how facts are kept, the name under which figures are out
     */
    List<Grown> grown(Map<String, String> slugs, int threshold) {
        return rows.sql(GROWN)
                .params(IndicatorView.NAME, HeardView.NAME, json.writeValueAsString(slugs), threshold)
                .query(Grown.class)
                .list();
    }
}
