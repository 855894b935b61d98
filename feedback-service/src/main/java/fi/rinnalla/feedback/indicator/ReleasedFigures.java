package fi.rinnalla.feedback.indicator;

import fi.rinnalla.feedback.Period;
import fi.rinnalla.feedback.figure.Rate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Figures that are out: pages, exports and partners read these for periods that are over. */
@Repository
class ReleasedFigures {

    private final JdbcClient rows;

    ReleasedFigures(JdbcClient rows) {
        this.rows = rows;
    }

    record Released(
            String indicator,
            String period,
            int version,
            int n,
            double value,
            @Nullable Double low,
            @Nullable Double high) {

        Rate rate(Indicator indicator) {
            return indicator.isMean() ? Rate.mean(n, value) : new Rate(n, null, value, low, high, null);
        }
    }

    /** The latest version of each period. */
    Map<String, Released> of(Indicator indicator, @Nullable String unit, Collection<Period> periods) {
        return all(unit, periods, indicator).getOrDefault(indicator.slug(), Map.of());
    }

    /** By the indicators' slugs, the latest version of each period. */
    Map<String, Map<String, Released>> all(@Nullable String unit, Collection<Period> periods, Indicator... some) {
        return rows
                .sql("""
                        SELECT DISTINCT ON (indicator, period) indicator, period, version, n, value, low, high FROM released_figure
                        WHERE unit = ? AND indicator = ANY (?) AND period = ANY (?) ORDER BY indicator, period, version DESC
                        """)
                .params(
                        Optional.ofNullable(unit).orElse(""),
                        Arrays.stream(some).map(Indicator::slug).toArray(String[]::new),
                        periods.stream().map(Period::toString).toArray(String[]::new))
                .query(Released.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Released::indicator, Collectors.toMap(Released::period, released -> released)));
    }

    void add(Indicator indicator, @Nullable String unit, Period period, int version, Rate rate) {
        rows.sql(
                        "INSERT INTO released_figure (indicator, unit, period, version, n, value, low, high) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.<@Nullable Object>asList(
                        indicator.slug(),
                        Optional.ofNullable(unit).orElse(""),
                        period.toString(),
                        version,
                        rate.n(),
                        rate.value(),
                        rate.low(),
                        rate.high()))
                .update();
    }
}
