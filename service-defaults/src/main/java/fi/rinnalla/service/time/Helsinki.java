package fi.rinnalla.service.time;

import fi.rinnalla.service.answering.BadRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Which day and what time it is where the meetings are held. */
public final class Helsinki {

    private static final ZoneId ZONE = ZoneId.of("Europe/Helsinki");

    private Helsinki() {}

    public static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    /** The moment of a time on the wall. In autumn's repeated hour the first of the two; in spring's gap there is none. */
    public static Instant moment(LocalDate day, LocalTime time) {
        var onTheWall = LocalDateTime.of(day, time);
        if (ZONE.getRules().getValidOffsets(onTheWall).isEmpty()) {
            throw BadRequest.field(
                    "/at",
                    "no-such-time",
                    "The clocks go forward on that day: there is no such time. Take one after 4.00.");
        }
        return onTheWall.atZone(ZONE).toInstant();
    }

    /** What the clock on the wall says then. */
    public static LocalDateTime wall(Instant moment) {
        return LocalDateTime.ofInstant(moment, ZONE);
    }

    /** The day on which something happened, where it is written down later; today if not said. */
    public static LocalDate told(String pointer, @Nullable LocalDate day, Clock clock) {
        return day == null ? today(clock) : notAfterToday(pointer, day, clock);
    }

    /** A day that has come. */
    public static LocalDate notAfterToday(String pointer, LocalDate day, Clock clock) {
        if (day.isAfter(today(clock))) {
            throw BadRequest.field(pointer, "in-the-future", "That day has not come yet.");
        }
        return day;
    }
}
