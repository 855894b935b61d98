package fi.rinnalla.peerexpert.task;

import fi.rinnalla.service.answering.BadRequest;
import fi.rinnalla.service.time.Helsinki;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a task is, on the wall in Helsinki.
 *
 * @param at      absent where only the day is agreed: it then takes the whole day
 * @param minutes 1 to 1440
 */
public record Slot(LocalDate on, @Nullable LocalTime at, int minutes) {

    public Slot {
        if (minutes < 1 || minutes > 1_440) {
            throw BadRequest.field("/minutes", "1-to-1440", "Minutes are from 1 to 1440.");
        }
    }

    public Instant begins() {
        return Helsinki.moment(on, Optional.ofNullable(at).orElse(LocalTime.MIDNIGHT));
    }

    /** Minutes pass as they pass, also in the night of the changed clock. */
    public Instant ends() {
        return at == null ? Helsinki.moment(on.plusDays(1), LocalTime.MIDNIGHT) : begins().plusSeconds(60L * minutes);
    }

    public boolean overlaps(Slot other) {
        // Nothing takes longer than a day, and days are compared faster than moments.
        return Math.abs(on.toEpochDay() - other.on.toEpochDay()) <= 2
                && begins().isBefore(other.ends())
                && other.begins().isBefore(ends());
    }

    public YearMonth month() {
        return YearMonth.from(on);
    }
}
