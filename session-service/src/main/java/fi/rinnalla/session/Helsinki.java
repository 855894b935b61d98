package fi.rinnalla.session;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** Which day it is where the meetings are held. */
public final class Helsinki {

    private static final ZoneId ZONE = ZoneId.of("Europe/Helsinki");

    private Helsinki() {}

    public static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }
}
