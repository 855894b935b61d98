package fi.rinnalla.feedback.indicator;

import fi.rinnalla.feedback.Period;
import fi.rinnalla.feedback.PeriodsAsked;
import fi.rinnalla.feedback.figure.Rate;
import fi.rinnalla.feedback.figure.SmallGroups;
import fi.rinnalla.service.answering.NotFound;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.UserRole;
import fi.rinnalla.service.pages.Language;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The indicators, what each means, and their figures for a unit or the whole organisation in the periods of a year. */
@RestController
class ReadIndicators {

    private static final String FOLDER = "/indicator";

    private final JdbcClient rows;
    private final SmallGroups smallGroups;
    private final Clock clock;

    ReadIndicators(JdbcClient rows, SmallGroups smallGroups, Clock clock) {
        this.rows = rows;
        this.smallGroups = smallGroups;
        this.clock = clock;
    }

    /** @param practice that it serves, as numbered in the list of practices */
    record Meaning(String indicator, String name, String meaning, String formula, String practice) {}

    /** @param over whether the period has ended */
    record Row(String period, boolean over, Rate rate) {}

    /** @param unit absent for the whole organisation */
    record Figures(Meaning meaning, @Nullable String unit, int year, String by, List<Row> periods) {}

    private record Fact(String period, int holds, int total) {}

    @GetMapping("/api/v1/indicators")
    @AllowedTo({UserRole.COORDINATOR, UserRole.PROFESSIONAL, UserRole.MANAGER, UserRole.ANALYST})
    List<Meaning> catalogue(
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String preferred) {
        var language = Language.of(null, preferred);
        return Arrays.stream(Indicator.values()).map(indicator -> meaning(indicator, language)).toList();
    }

    @GetMapping("/api/v1/indicators/{indicator}")
    @AllowedTo({UserRole.COORDINATOR, UserRole.PROFESSIONAL, UserRole.MANAGER, UserRole.ANALYST})
    Figures figures(
            @PathVariable("indicator") String slug,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(defaultValue = "month") String by,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String preferred) {
        var indicator = Arrays.stream(Indicator.values())
                .filter(one -> one.slug().equals(slug))
                .findFirst()
                .orElseThrow(NotFound::new);
        var asked = PeriodsAsked.of(year, by, clock);
        return new Figures(
                meaning(indicator, Language.of(null, preferred)), unit, asked.year(), by, rows(indicator, unit, asked));
    }

    private List<Row> rows(Indicator indicator, @Nullable String unit, PeriodsAsked asked) {
        if (indicator != Indicator.PSEUDO_PARTICIPATION) {
            var facts = facts(indicator, unit, asked);
            return asked.all().stream().map(period -> row(period, asked, rate(facts, period))).toList();
        }
        var parts = Indicator.WEIGHED_ALIKE.stream().map(part -> facts(part, unit, asked)).toList();
        return asked.all().stream()
                .map(period -> row(
                        period, asked, smallGroups.lack(parts.stream().map(part -> rate(part, period)).toList())))
                .toList();
    }

    private Rate rate(Map<String, List<Rate.Part>> facts, Period period) {
        return smallGroups.rate(facts.getOrDefault(period.toString(), List.of()));
    }

    private static Row row(Period period, PeriodsAsked asked, Rate rate) {
        return new Row(period.toString(), asked.isOver(period), rate);
    }

    /** In the order of their arrival, by period. */
    private Map<String, List<Rate.Part>> facts(Indicator indicator, @Nullable String unit, PeriodsAsked asked) {
        return rows
                .sql("""
                        SELECT %s AS period, holds, total FROM indicator_fact
                        WHERE indicator = ? AND unit = coalesce(?, unit)
                            AND generation = (SELECT generation FROM view_generation WHERE view = ? AND live)
                        ORDER BY first_event
                        """.formatted(asked.column()))
                .params(Arrays.<@Nullable Object>asList(indicator.name(), unit, IndicatorView.NAME))
                .query(Fact.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Fact::period,
                        Collectors.mapping(fact -> new Rate.Part(fact.holds(), fact.total()), Collectors.toList())));
    }

    private static Meaning meaning(Indicator indicator, Language language) {
        var texts = language.texts(FOLDER);
        return new Meaning(
                indicator.slug(),
                texts.getProperty(indicator.slug() + ".name"),
                texts.getProperty(indicator.slug() + ".meaning"),
                indicator.formula(),
                indicator.practice());
    }
}
