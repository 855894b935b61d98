package fi.rinnalla.feedback.indicator;

import fi.rinnalla.feedback.heard.HeardView;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Where facts have grown since figures were last let out. */
@Repository
class GrownFacts {

    private final JdbcClient rows;
    private final JsonMapper json;

    GrownFacts(JdbcClient rows, JsonMapper json) {
        this.rows = rows;
        this.json = json;
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
    List<Grown> since(Map<String, String> slugs, int threshold) {
        return rows.sql(GROWN)
                .params(IndicatorView.NAME, HeardView.NAME, json.writeValueAsString(slugs), threshold)
                .query(Grown.class)
                .list();
    }
}
