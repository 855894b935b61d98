package fi.rinnalla.feedback.indicator;

import fi.rinnalla.event.aggregate.AggregateEvent.AggregateReleased;
import fi.rinnalla.feedback.FeedbackSettings;
import fi.rinnalla.feedback.Period;
import fi.rinnalla.feedback.figure.Rate;
import fi.rinnalla.service.leaving.Outbox;
import fi.rinnalla.service.rows.Keeper;
import fi.rinnalla.service.rows.OnBehalf;
import fi.rinnalla.service.time.Helsinki;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Four weeks after a period its figures are frozen and said. What comes later does not reopen them: once as many more facts are
 * there as the threshold asks for, a new version is said beside the earlier one.
 */
@Component
class ReleaseFigures {

    /** As long as answer links are valid. */
    private static final int WAIT_DAYS = 28;

    private static final Map<String, String> SLUGS =
            Arrays.stream(Indicator.values()).collect(Collectors.toMap(Indicator::keptAs, Indicator::slug));

    private final Keeper keeper;
    private final OnBehalf onBehalf;
    private final GrownFacts grown;
    private final Figures figures;
    private final ReleasedFigures released;
    private final Outbox outbox;
    private final FeedbackSettings settings;
    private final Clock clock;
    /** What there was when all was looked at last, so that nothing is counted again where nothing has come. */
    private String lookedAt = "";

    ReleaseFigures(
            Keeper keeper,
            OnBehalf onBehalf,
            GrownFacts grown,
            Figures figures,
            ReleasedFigures released,
            Outbox outbox,
            FeedbackSettings settings,
            Clock clock) {
        this.keeper = keeper;
        this.onBehalf = onBehalf;
        this.grown = grown;
        this.figures = figures;
        this.released = released;
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
    }

    void whateverIsOver() {
        var state = state() + " on " + Helsinki.today(clock);
        if (!state.equals(lookedAt)) {
            organisations().forEach(this::ofOrganisation);
            lookedAt = state;
        }
    }

    /** Another one whenever a view has taken something in or was built anew. */
    private String state() {
        return keeper.rows()
                .sql(
                        "SELECT concat_ws('/', sum(next), (SELECT sum(generation) FROM view_generation WHERE live)) FROM inbox_position")
                .query(String.class)
                .single();
    }

    private List<String> organisations() {
        return keeper.rows()
                .sql(
                        "SELECT organisation FROM indicator_fact UNION SELECT organisation FROM indicator_event UNION SELECT organisation FROM heard_answer")
                .query(String.class)
                .list();
    }

    private record Due(Indicator indicator, @Nullable String unit, int year) {}

    /** A transaction for each, so that an organisation that comes with many years does not hold up the others. */
    private void ofOrganisation(String organisation) {
        var today = Helsinki.today(clock);
        onBehalf.found(organisation, () -> grown.since(SLUGS, settings.minGroupSize())).stream()
                .flatMap(one -> Period.parse(one.period()).stream()
                        .filter(period -> isClosed(period, today))
                        .flatMap(period -> Arrays.stream(Indicator.values())
                                .filter(indicator -> indicator.restsOn(one.indicator()))
                                .map(indicator -> new Due(indicator, one.unit(), period.year()))))
                .distinct()
                .forEach(due -> onBehalf.of(organisation, () -> release(organisation, due, today)));
    }

    private static boolean isClosed(Period period, LocalDate today) {
        return !period.dayAfter().plusDays(WAIT_DAYS).isAfter(today);
    }

    private void release(String organisation, Due due, LocalDate today) {
        var now = figures.whole(due.indicator(), due.unit(), due.year(), EnumSet.allOf(Period.Width.class));
        var out = released.of(due.indicator(), due.unit(), now.keySet());
        for (var figure : now.entrySet()) {
            var period = figure.getKey();
            var rate = figure.getValue();
            var before = Optional.ofNullable(out.get(period.toString()));
            boolean isMore = rate.n() != null
                    && rate.n() >= before.map(ReleasedFigures.Released::n).orElse(0) + settings.minGroupSize();
            if (isMore && isClosed(period, today)) {
                say(
                        organisation,
                        due.indicator(),
                        due.unit(),
                        period,
                        before.map(ReleasedFigures.Released::version).orElse(0) + 1,
                        rate);
            }
        }
    }

    private void say(
            String organisation, Indicator indicator, @Nullable String unit, Period period, int version, Rate rate) {
        released.add(indicator, unit, period, version, rate);
        outbox.say(
                String.join(
                        "/", organisation, Objects.requireNonNullElse(unit, "-"), indicator.slug(), period.toString()),
                version,
                new AggregateReleased(
                        indicator.slug(),
                        unit,
                        period.toString(),
                        version,
                        Objects.requireNonNull(rate.n()),
                        rate.value(),
                        rate.low(),
                        rate.high()));
    }
}
