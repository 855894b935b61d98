package fi.rinnalla.feedback.indicator;

import fi.rinnalla.feedback.Period;
import fi.rinnalla.feedback.figure.Rate;
import fi.rinnalla.feedback.heard.HeardView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The facts of one indicator or question, in the order of their arrival; of answers only releases that have arrived whole. */
@Repository
class Facts {

    /**
     * @param week    and month: absent where an answer was coarsened beyond it
     * @param part    by which they are parted; absent where a fact does not tell
     * @param holds   of answers the score
     */
    record Known(
            @Nullable String week,
            @Nullable String month,
            String quarter,
            String unit,
            @Nullable String part,
            int holds,
            int of)
            implements Rate.Part {

        boolean isIn(Period period) {
            return switch (period) {
                case Period.Week of -> of.toString().equals(week);
                case Period.Month of -> of.toString().equals(month);
                case Period.Quarter of -> of.toString().equals(quarter);
            };
        }

        @Nullable
        String period(Period.Width width) {
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
    static final int ROWS_AT_ONCE = 2_000;

    private final JdbcClient rows;

    Facts(JdbcClient rows) {
        this.rows = rows;
    }

    /** Of one year, in the order of their arrival. */
    List<Known> of(Indicator indicator, @Nullable String unit, @Nullable Dimension by, int year) {
        var asks = indicator.asks();
        return asks == null
                ? ofYear(OF_EVENTS, unit, by, year)
                        .param("indicator", indicator.name())
                        .param("views", indicator.views())
                        .query(new OneOfMany())
                        .list()
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
        var query = rows.sql(spoken.formatted(part, ofUnit))
                .withFetchSize(ROWS_AT_ONCE)
                .param("first", year + "-Q1")
                .param("last", year + "-Q4");
        return unit == null ? query : query.param("unit", unit);
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
}
