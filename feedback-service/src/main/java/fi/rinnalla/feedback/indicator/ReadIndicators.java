package fi.rinnalla.feedback.indicator;

import com.fasterxml.jackson.annotation.JsonInclude;
import fi.rinnalla.feedback.Period;
import fi.rinnalla.feedback.PeriodsAsked;
import fi.rinnalla.feedback.figure.Comparison;
import fi.rinnalla.feedback.figure.Counted;
import fi.rinnalla.feedback.figure.Rate;
import fi.rinnalla.feedback.figure.SmallGroups;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.UserRole;
import fi.rinnalla.service.pages.Language;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The indicators, what each means, and their figures for a unit or the whole organisation in the periods of a year. */
@RestController
class ReadIndicators {

    private final Catalogue catalogue;
    private final Figures figures;
    private final Counted counted;
    private final ReleasedFigures released;
    private final SmallGroups smallGroups;
    private final Clock clock;

    ReadIndicators(
            Catalogue catalogue,
            Figures figures,
            Counted counted,
            ReleasedFigures released,
            SmallGroups smallGroups,
            Clock clock) {
        this.catalogue = catalogue;
        this.figures = figures;
        this.counted = counted;
        this.released = released;
        this.smallGroups = smallGroups;
        this.clock = clock;
    }

    /**
     * @param over    whether the period has ended
     * @param version of the figure that is out; absent while it still grows
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(String period, boolean over, @Nullable Integer version, Rate rate) {}

    private record Whole(Indicator indicator, PeriodsAsked asked) {}

    private record Every(PeriodsAsked asked) {}

    private record InParts(Indicator indicator, Dimension by, PeriodsAsked asked) {}

    /** @param unit absent for the whole organisation */
    record Shown(Catalogue.Meaning meaning, @Nullable String unit, int year, String by, List<Row> periods) {}

    /** @param against the other parts that are shown, taken together; absent where one of the two is hidden, and for means */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Part(String part, Rate rate, @Nullable Comparison against) {}

    record PartedRow(String period, boolean over, List<Part> parts) {}

    /** @param wording how it may be told: found together, never one because of the other */
    record Parted(
            Catalogue.Meaning meaning,
            @Nullable String unit,
            int year,
            String by,
            String dimension,
            String wording,
            List<PartedRow> periods) {}

    @GetMapping("/api/v1/indicators")
    @AllowedTo({UserRole.COORDINATOR, UserRole.PROFESSIONAL, UserRole.MANAGER, UserRole.ANALYST})
    List<Catalogue.Meaning> catalogue(
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String preferred) {
        return catalogue.all(Language.of(null, preferred));
    }

    @GetMapping("/api/v1/indicators/{indicator}")
    @AllowedTo({UserRole.COORDINATOR, UserRole.PROFESSIONAL, UserRole.MANAGER, UserRole.ANALYST})
    Shown figures(
            @PathVariable("indicator") String slug,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(defaultValue = "month") String by,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String preferred) {
        var indicator = Catalogue.find(slug);
        var asked = PeriodsAsked.of(year, by, clock);
        return new Shown(
                catalogue.of(indicator, Language.of(null, preferred)),
                unit,
                asked.year(),
                by,
                rows(indicator, unit, asked));
    }

    /** What is out stays as it was said; the rest as it now is. */
    List<Row> rows(Indicator indicator, @Nullable String unit, PeriodsAsked asked) {
        var out = released.of(indicator, unit, asked.all());
        if (asked.all().stream().allMatch(period -> out.containsKey(period.toString()))) {
            return asked.all().stream()
                    .map(period -> released(indicator, Objects.requireNonNull(out.get(period.toString()))))
                    .toList();
        }
        return counted
                .of(indicator.views(), unit, new Whole(indicator, asked), () -> figures.whole(indicator, unit, asked))
                .entrySet()
                .stream()
                .map(figure -> row(
                        indicator,
                        figure.getKey(),
                        figure.getValue(),
                        out.get(figure.getKey().toString()),
                        asked))
                .toList();
    }

    /** Of every indicator, the periods in which there is something to show. */
    Map<Indicator, List<Row>> shown(@Nullable String unit, PeriodsAsked asked) {
        var out = released.all(unit, asked.all(), Indicator.values());
        var live = counted.of(ReadHeard.VIEWS, unit, new Every(asked), () -> figures.shown(unit, asked));
        var shown = new EnumMap<Indicator, List<Row>>(Indicator.class);
        for (var indicator : Indicator.values()) {
            var ofIndicator = out.getOrDefault(indicator.slug(), Map.of());
            var now = live.getOrDefault(indicator, Map.of());
            shown.put(
                    indicator,
                    asked.all().stream()
                            .filter(period -> ofIndicator.containsKey(period.toString()) || now.containsKey(period))
                            .map(period ->
                                    row(indicator, period, now.get(period), ofIndicator.get(period.toString()), asked))
                            .toList());
        }
        return shown;
    }

    private static Row row(
            Indicator indicator,
            Period period,
            @Nullable Rate live,
            ReleasedFigures.@Nullable Released out,
            PeriodsAsked asked) {
        return out == null
                ? new Row(period.toString(), asked.isOver(period), null, Objects.requireNonNull(live))
                : released(indicator, out);
    }

    private static Row released(Indicator indicator, ReleasedFigures.Released out) {
        return new Row(out.period(), true, out.version(), out.rate(indicator));
    }

    @GetMapping("/api/v1/indicators/{indicator}/by/{dimension}")
    @AllowedTo({UserRole.COORDINATOR, UserRole.PROFESSIONAL, UserRole.MANAGER, UserRole.ANALYST})
    Parted parted(
            @PathVariable("indicator") String slug,
            @PathVariable("dimension") String dimension,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(name = "by", defaultValue = "month") String width,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String preferred) {
        var indicator = Catalogue.find(slug);
        var asked = PeriodsAsked.of(year, width, clock);
        var by = Dimension.of(dimension);
        var language = Language.of(null, preferred);
        var parted = counted.of(
                indicator.views(),
                unit,
                new InParts(indicator, by, asked),
                () -> figures.parted(indicator, unit, by, asked));
        return new Parted(
                catalogue.of(indicator, language),
                unit,
                asked.year(),
                width,
                dimension,
                Catalogue.wording(language),
                parted.entrySet().stream()
                        .map(period -> new PartedRow(
                                period.getKey().toString(),
                                asked.isOver(period.getKey()),
                                parts(indicator, period.getValue())))
                        .toList());
    }

    private List<Part> parts(Indicator indicator, Map<String, Rate> rates) {
        return rates.entrySet().stream()
                .map(part -> new Part(
                        part.getKey(),
                        part.getValue(),
                        indicator.isMean()
                                ? null
                                : smallGroups.compared(
                                        part.getValue(),
                                        rates.entrySet().stream()
                                                .filter(other -> !other.getKey().equals(part.getKey()))
                                                .map(Map.Entry::getValue)
                                                .toList())))
                .toList();
    }
}
