package fi.rinnalla.feedback;

import fi.rinnalla.service.answering.BadRequest;
import fi.rinnalla.service.time.Helsinki;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which fixed periods of which year somebody asks for: {@code ?year=2017&by=month}. */
public record PeriodsAsked(int year, Period.Width width, LocalDate today) {

    public static final int FIRST_YEAR = 2000;

    /** @param year this year if not said */
    public static PeriodsAsked of(@Nullable Integer year, String by, Clock clock) {
        var width = Arrays.stream(Period.Width.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(by))
                .findFirst()
                .orElseThrow(() -> BadRequest.parameter("by", "Periods are by week, month or quarter."));
        var today = Helsinki.today(clock);
        int asked = year == null ? today.getYear() : year;
        if (asked < FIRST_YEAR || asked > today.getYear()) {
            throw BadRequest.parameter("year", "The year is from " + FIRST_YEAR + " to " + today.getYear() + ".");
        }
        return new PeriodsAsked(asked, width, today);
    }

    public List<Period> all() {
        return width.of(year);
    }

    /** Until a period has ended its figures still grow, by whole batches. */
    public boolean isOver(Period period) {
        return !period.dayAfter().isAfter(today);
    }
}
