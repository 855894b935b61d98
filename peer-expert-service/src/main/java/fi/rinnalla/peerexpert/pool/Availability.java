package fi.rinnalla.peerexpert.pool;

import com.fasterxml.jackson.annotation.JsonProperty;
import fi.rinnalla.peerexpert.task.Slot;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * When somebody wishes to be asked, would rather not, or can't. Absent bounds are open.
 *
 * @param weekday 1 Monday to 7 Sunday
 */
public record Availability(
        @NotNull(message = "required") Kind kind,

        @Nullable @Min(value = 1, message = "1-to-7") @Max(value = 7, message = "1-to-7")
        Integer weekday,

        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable LocalTime after,
        @Nullable LocalTime before) {

    public enum Kind {
        @JsonProperty("wish")
        WISH,
        @JsonProperty("rather-not")
        RATHER_NOT,
        @JsonProperty("cannot")
        CANNOT
    }

    /** Whether some of the task falls within. A task without a time of day may fall anywhere in its day. */
    public boolean touches(Slot slot) {
        return isOn(slot.on()) && isAt(slot);
    }

    private boolean isOn(LocalDate day) {
        return (weekday == null || day.getDayOfWeek().getValue() == weekday)
                && (from == null || !day.isBefore(from))
                && (until == null || !day.isAfter(until));
    }

    private boolean isAt(Slot slot) {
        if (slot.at() == null) {
            return true;
        }
        int begins = slot.at().toSecondOfDay() / 60;
        int ends = begins + slot.minutes();
        return (before == null || begins < before.toSecondOfDay() / 60)
                && (after == null || ends > after.toSecondOfDay() / 60);
    }
}
