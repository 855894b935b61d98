package fi.rinnalla.peerexpert.task;

import fi.rinnalla.service.answering.BadRequest;
import fi.rinnalla.service.answering.Words;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * What a task gives, on the table before anybody accepts (P45). In cents of a euro and minutes.
 *
 * @param cents              for the whole task; 0 where there is none
 * @param preparationMinutes paid, besides the task itself
 * @param debriefMinutes     paid, besides the task itself
 * @param benefitNote        what to ask one's own authority beforehand, in plain words; no advice on tax or benefits
 */
public record Terms(
        @NotNull(message = "required") Compensation compensation,

        @Min(value = 0, message = "0-to-1000000") @Max(value = 1_000_000, message = "0-to-1000000")
        int cents,

        boolean travelPaid,

        @Min(value = 0, message = "0-to-1440") @Max(value = 1_440, message = "0-to-1440")
        int preparationMinutes,

        @Min(value = 0, message = "0-to-1440") @Max(value = 1_440, message = "0-to-1440")
        int debriefMinutes,

        @Words(max = 1_000, optional = true) @Nullable String benefitNote) {

    public Terms {
        if ((compensation == Compensation.NONE) != (cents == 0)) {
            throw BadRequest.field("/terms/cents", "cents-and-kind", "Say how much it is, or that there is none.");
        }
    }

    /** A fee may be refused; the expenses are covered all the same. */
    public Terms withoutFee() {
        return new Terms(Compensation.NONE, 0, travelPaid, preparationMinutes, debriefMinutes, benefitNote);
    }
}
