package fi.rinnalla.feedback.indicator;

import fi.rinnalla.feedback.Period;
import fi.rinnalla.feedback.PeriodsAsked;
import fi.rinnalla.feedback.figure.Measure;
import fi.rinnalla.feedback.figure.Rate;
import fi.rinnalla.feedback.figure.Rates;
import fi.rinnalla.feedback.figure.SmallGroups;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An indicator's figures for a year's periods, whole or in parts, through the one door. */
@Component
class Figures {

    private final Facts facts;
    private final YearOfFacts yearOfFacts;
    private final SmallGroups smallGroups;

    Figures(Facts facts, YearOfFacts yearOfFacts, SmallGroups smallGroups) {
        this.facts = facts;
        this.yearOfFacts = yearOfFacts;
        this.smallGroups = smallGroups;
    }

    /** @param unit absent for the whole organisation, of which units that are too small are told together or not at all */
    Map<Period, Rate> whole(Indicator indicator, @Nullable String unit, PeriodsAsked asked) {
        return whole(indicator, unit, asked.year(), Set.of(asked.width()));
    }

    /** Of every indicator, the periods in which there is something to show. */
    Map<Indicator, Map<Period, Rate>> shown(@Nullable String unit, PeriodsAsked asked) {
        var all = yearOfFacts.of(unit, asked.year());
        var shown = new EnumMap<Indicator, Map<Period, Rate>>(Indicator.class);
        for (var indicator : Indicator.values()) {
            if (all.keySet().stream().anyMatch(indicator::restsOn)) {
                var figures = whole(
                        indicator,
                        one -> all.getOrDefault(one.keptAs(), List.of()),
                        unit,
                        asked.year(),
                        Set.of(asked.width()));
                figures.values().removeIf(rate -> rate.n() == null);
                shown.put(indicator, figures);
            }
        }
        return shown;
    }

    /** What was answered to a question. */
    Map<Period, Rate> answered(Indicator.Asks asks, Measure measure, @Nullable String unit, PeriodsAsked asked) {
        return figures(facts.of(asks, unit, null, asked.year()), measure, unit, asked.year(), Set.of(asked.width()));
    }

    /** Of all periods of a year that are so wide. */
    Map<Period, Rate> whole(Indicator indicator, @Nullable String unit, int year, Set<Period.Width> widths) {
        return whole(indicator, one -> facts.of(one, unit, null, year), unit, year, widths);
    }

    private Map<Period, Rate> whole(
            Indicator indicator,
            Function<Indicator, List<Facts.Known>> known,
            @Nullable String unit,
            int year,
            Set<Period.Width> widths) {
        if (indicator == Indicator.PSEUDO_PARTICIPATION) {
            var parts = Indicator.WEIGHED_ALIKE.stream()
                    .map(part -> whole(part, known, unit, year, widths))
                    .toList();
            return each(
                    year,
                    widths,
                    period -> smallGroups.lack(
                            parts.stream().map(part -> part.get(period)).toList()));
        }
        return figures(known.apply(indicator), indicator.measure(), unit, year, widths);
    }

    private Map<Period, Rate> figures(
            List<Facts.Known> known, Measure measure, @Nullable String unit, int year, Set<Period.Width> widths) {
        var figures = new LinkedHashMap<Period, Rate>();
        for (var width : widths) {
            var byPeriod = byPeriod(known, width);
            figures.putAll(each(year, Set.of(width), period -> {
                var inPeriod = byPeriod.getOrDefault(period.toString(), List.of());
                return smallGroups.rate(measure, unit == null ? withoutLoneSmallUnits(inPeriod) : inPeriod);
            }));
        }
        return figures;
    }

    private static Map<String, List<Facts.Known>> byPeriod(List<Facts.Known> known, Period.Width width) {
        return known.stream()
                .filter(one -> one.period(width) != null)
                .collect(Collectors.groupingBy(one -> one.period(width)));
    }

    /** Else whoever knows the other units could take them from the total and be left with the one that is hidden. */
    private List<Facts.Known> withoutLoneSmallUnits(List<Facts.Known> known) {
        var sizes = known.stream().collect(Collectors.groupingBy(Facts.Known::unit, Collectors.counting()));
        long inSmall = sizes.values().stream()
                .filter(smallGroups::isSmall)
                .mapToLong(size -> size)
                .sum();
        return smallGroups.isSmall(inSmall)
                ? known.stream()
                        .filter(one -> !smallGroups.isSmall(sizes.getOrDefault(one.unit(), 0L)))
                        .toList()
                : known;
    }

    /** By what the parts are called, in a fixed order; where the data alone knows the parts, only those that are shown. */
    Map<Period, Map<String, Rate>> parted(
            Indicator indicator, @Nullable String unit, Dimension by, PeriodsAsked asked) {
        var known = facts.of(indicator, unit, by, asked.year()).stream()
                .filter(one -> one.part() != null)
                .toList();
        var byPeriod = byPeriod(known, asked.width());
        return each(asked.year(), Set.of(asked.width()), period -> {
            var inPeriod = byPeriod.getOrDefault(period.toString(), List.of());
            var byPart = inPeriod.stream().collect(Collectors.groupingBy(Facts.Known::part));
            var names = by.parts().isEmpty() ? List.copyOf(new TreeSet<>(byPart.keySet())) : by.parts();
            var rates = smallGroups.rates(
                    indicator.measure(),
                    inPeriod,
                    names.stream()
                            .map(name -> byPart.getOrDefault(name, List.of()))
                            .toList());
            return named(names, rates, by.parts().isEmpty());
        });
    }

    private static Map<String, Rate> named(List<String> names, Rates rates, boolean onlyShown) {
        var parts = new LinkedHashMap<String, Rate>();
        for (int i = 0; i < names.size(); i++) {
            if (!onlyShown || rates.parts().get(i).n() != null) {
                parts.put(Dimension.shown(names.get(i)), rates.parts().get(i));
            }
        }
        return parts;
    }

    private static <T> Map<Period, T> each(int year, Set<Period.Width> widths, Function<Period, T> figure) {
        var figures = new LinkedHashMap<Period, T>();
        widths.forEach(width -> width.of(year).forEach(period -> figures.put(period, figure.apply(period))));
        return figures;
    }
}
