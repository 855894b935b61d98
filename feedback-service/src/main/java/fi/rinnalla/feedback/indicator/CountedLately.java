package fi.rinnalla.feedback.indicator;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import fi.rinnalla.feedback.FeedbackSettings;
import fi.rinnalla.feedback.Period;
import fi.rinnalla.feedback.PeriodsAsked;
import fi.rinnalla.feedback.figure.Rate;
import fi.rinnalla.service.asking.Caller;
import fi.rinnalla.service.rows.ActingFor;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Figures for pages. Those of a whole organisation are counted from all of its facts, so they are kept for some seconds: who asks
 * later is answered with them, and they are counted again meanwhile. A unit's are counted each time.
 */
@Component
class CountedLately {

    /** However few ask: nobody is answered with figures that are older. */
    private static final Duration OLDEST = Duration.ofMinutes(1);

    private static final int MOST = 500;

    private record Whole(String organisation, Indicator indicator, PeriodsAsked asked) {}

    private record Parted(String organisation, Indicator indicator, Dimension by, PeriodsAsked asked) {}

    private final Figures figures;
    private final TransactionTemplate transaction;
    private final Function<Whole, Map<Period, Rate>> wholes;
    private final Function<Parted, Map<Period, Map<String, Rate>>> parteds;

    CountedLately(Figures figures, TransactionTemplate transaction, FeedbackSettings settings) {
        this.figures = figures;
        this.transaction = transaction;
        this.wholes = kept(settings, one -> within(one.organisation(), () -> figures.whole(one.indicator(), null, one.asked())));
        this.parteds = kept(
                settings, one -> within(one.organisation(), () -> figures.parted(one.indicator(), null, one.by(), one.asked())));
    }

    private static <K, V> Function<K, V> kept(FeedbackSettings settings, Function<K, V> count) {
        if (settings.organisationFiguresFor().isZero()) {
            return count;
        }
        LoadingCache<K, V> cache = Caffeine.newBuilder()
                .maximumSize(MOST)
                .refreshAfterWrite(settings.organisationFiguresFor())
                .expireAfterWrite(OLDEST)
                .build(count::apply);
        return cache::get;
    }

    private <T> T within(String organisation, Supplier<T> count) {
        return Objects.requireNonNull(ActingFor.organisation(organisation, () -> transaction.execute(_ -> count.get())));
    }

    Map<Period, Rate> whole(Indicator indicator, @Nullable String unit, PeriodsAsked asked) {
        return unit == null ? wholes.apply(new Whole(caller(), indicator, asked)) : figures.whole(indicator, unit, asked);
    }

    Map<Period, Map<String, Rate>> parted(Indicator indicator, @Nullable String unit, Dimension by, PeriodsAsked asked) {
        return unit == null ? parteds.apply(new Parted(caller(), indicator, by, asked)) : figures.parted(indicator, unit, by, asked);
    }

    private static String caller() {
        return Caller.current().orElseThrow().organisation();
    }
}
