package fi.rinnalla.feedback.indicator;

import fi.rinnalla.feedback.indicator.Facts.Known;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All facts of a year at once, for a table of all indicators: read once, however many indicators rest on them. */
@Repository
class YearOfFacts {

    private static final String ALL_EVENTS = """
            SELECT week, month, quarter, unit, indicators, holds, totals FROM (
                SELECT generation, unit, week, month, quarter, first_event AS event,
                       ARRAY[indicator] AS indicators, ARRAY[holds] AS holds, ARRAY[total] AS totals
                FROM indicator_fact
                UNION ALL
                SELECT generation, unit, week, month, quarter, event, indicators, holds, totals FROM indicator_event
            ) fact
            WHERE %s AND quarter BETWEEN :first AND :last
                AND generation = (SELECT generation FROM view_generation WHERE view = 'indicators' AND live)
            ORDER BY event
            """;

    private static final String ALL_ANSWERS = """
            WITH live AS (
                SELECT * FROM heard_answer
                WHERE %s AND quarter BETWEEN :first AND :last
                    AND generation = (SELECT generation FROM view_generation WHERE view = 'heard' AND live)
            ), whole AS (
                SELECT release FROM live GROUP BY release HAVING count(*) = min(release_size)
            )
            SELECT week, month, quarter, unit, keys, each_score, ones FROM live JOIN whole USING (release), LATERAL (
                SELECT array_agg(giver || '/' || key) AS keys, array_agg(value::int) AS each_score, array_agg(1) AS ones FROM jsonb_each_text(live.scores)
            ) given
            WHERE keys IS NOT NULL ORDER BY event
            """;

    private final JdbcClient rows;

    YearOfFacts(JdbcClient rows) {
        this.rows = rows;
    }

    /** By what they are kept as, each in the order of arrival. */
    Map<String, List<Known>> of(@Nullable String unit, int year) {
        var all = new ByKept();
        for (var spoken : List.of(ALL_EVENTS, ALL_ANSWERS)) {
            var query = rows.sql(spoken.formatted(unit == null ? "true" : "unit = :unit"))
                    .withFetchSize(Facts.ROWS_AT_ONCE)
                    .param("first", year + "-Q1")
                    .param("last", year + "-Q4");
            (unit == null ? query : query.param("unit", unit)).query(all);
        }
        return all.facts;
    }

    /** Rows that each hold several facts. */
    private static final class ByKept implements RowCallbackHandler {

        private final Map<String, List<Known>> facts = new HashMap<>();
        private final Map<String, String[]> lists = new HashMap<>();
        private final Map<Known, Known> known = new HashMap<>();

        @Override
        public void processRow(ResultSet row) throws SQLException {
            var week = row.getString(1);
            var month = row.getString(2);
            var quarter = row.getString(3);
            var unit = row.getString(4);
            var kept = list(row.getString(5));
            var holds = list(row.getString(6));
            var totals = list(row.getString(7));
            for (int i = 0; i < kept.length; i++) {
                var fact = new Known(
                        week, month, quarter, unit, null, Integer.parseInt(holds[i]), Integer.parseInt(totals[i]));
                // Most are like another of the same week and unit.
                facts.computeIfAbsent(kept[i], name -> new ArrayList<>())
                        .add(known.computeIfAbsent(fact, same -> same));
            }
        }

        /** An array as the database writes it; few are different. */
        private String[] list(String array) {
            return lists.computeIfAbsent(
                    array,
                    text -> text.substring(1, text.length() - 1)
                            .replace("\"", "")
                            .split(","));
        }
    }
}
