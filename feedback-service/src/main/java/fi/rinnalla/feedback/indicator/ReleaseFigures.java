package fi.rinnalla.feedback.indicator;

import fi.rinnalla.event.aggregate.AggregateEvent.AggregateReleased;
import fi.rinnalla.feedback.FeedbackSettings;
import fi.rinnalla.feedback.Period;
import fi.rinnalla.feedback.PeriodsAsked;
import fi.rinnalla.feedback.figure.Rate;
import fi.rinnalla.service.leaving.Outbox;
import fi.rinnalla.service.rows.ActingFor;
import fi.rinnalla.service.rows.Keeper;
import fi.rinnalla.service.time.Helsinki;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

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
    private final TransactionTemplate transaction;
    private final Facts facts;
    private final Figures figures;
    private final ReleasedFigures released;
    private final Outbox outbox;
    private final FeedbackSettings settings;
    private final Clock clock;

    ReleaseFigures(
            Keeper keeper,
            TransactionTemplate transaction,
            Facts facts,
            Figures figures,
            ReleasedFigures released,
            Outbox outbox,
            FeedbackSettings settings,
            Clock clock) {
        this.keeper = keeper;
        this.transaction = transaction;
        this.facts = facts;
        this.figures = figures;
        this.released = released;
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
    }

    void whateverIsOver() {
        keeper.rows().sql("SELECT organisation FROM indicator_fact UNION SELECT organisation FROM indicator_event UNION SELECT organisation FROM heard_answer").query(String.class).list()
                .forEach(organisation -> ActingFor.organisation(organisation, () -> transaction.execute(status -> {
                    ofOrganisation(organisation);
                    return null;
                })));
    }

    private record Due(Indicator indicator, @Nullable String unit, PeriodsAsked periods) {}

    private void ofOrganisation(String organisation) {
        var today = Helsinki.today(clock);
        facts.grown(SLUGS, settings.minGroupSize()).stream()
                .filter(grown -> isClosed(Period.parse(grown.period()).orElseThrow(), today))
                .flatMap(grown -> Arrays.stream(Indicator.values())
                        .filter(indicator -> indicator.restsOn(grown.indicator()))
                        .map(indicator -> new Due(indicator, grown.unit(), PeriodsAsked.around(Period.parse(grown.period()).orElseThrow(), today))))
                .distinct()
                .forEach(due -> release(organisation, due.indicator(), due.unit(), due.periods()));
    }

    private static boolean isClosed(Period period, LocalDate today) {
        return !period.dayAfter().plusDays(WAIT_DAYS).isAfter(today);
    }

    private void release(String organisation, Indicator indicator, @Nullable String unit, PeriodsAsked asked) {
        var out = released.of(indicator, unit);
        figures.whole(indicator, unit, asked).forEach((period, rate) -> {
            var before = Optional.ofNullable(out.get(period.toString()));
            boolean isMore = rate.n() != null && rate.n() >= before.map(ReleasedFigures.Released::n).orElse(0) + settings.minGroupSize();
            if (isMore && isClosed(period, asked.today())) {
                say(organisation, indicator, unit, period, before.map(ReleasedFigures.Released::version).orElse(0) + 1, rate);
            }
        });
    }

    private void say(String organisation, Indicator indicator, @Nullable String unit, Period period, int version, Rate rate) {
        released.add(indicator, unit, period, version, rate);
        outbox.say(
                String.join("/", organisation, Objects.requireNonNullElse(unit, "-"), indicator.slug(), period.toString()),
                version,
                new AggregateReleased(
                        indicator.slug(), unit, period.toString(), version, Objects.requireNonNull(rate.n()), rate.value(), rate.low(), rate.high()));
    }
}
