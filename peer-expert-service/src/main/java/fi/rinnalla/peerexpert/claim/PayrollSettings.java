package fi.rinnalla.peerexpert.claim;

import fi.rinnalla.peerexpert.task.Compensation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Map;

/**
 * What an organisation pays at most for one task, and how its payroll calls things.
 *
 * @param codes income-type codes by kind of compensation, as the organisation's payroll wants them
 */
record PayrollSettings(
        @Min(value = 0, message = "0-to-500") @Max(value = 500, message = "0-to-500")
        int centsAKilometre,

        @Min(value = 0, message = "0-to-2000") @Max(value = 2_000, message = "0-to-2000")
        int mostKilometres,

        @Min(value = 0, message = "0-to-1000000") @Max(value = 1_000_000, message = "0-to-1000000")
        int mostExpenseCents,

        @NotNull(message = "required")
        Map<
                        Compensation,
                        @NotNull(message = "required") @Pattern(regexp = "[A-Za-z0-9 .-]{1,20}", message = "code")
                        String>
                codes) {

    static final PayrollSettings USUAL = new PayrollSettings(55, 300, 20_000, Map.of());

    String codeOf(Compensation compensation) {
        return codes.getOrDefault(compensation, "");
    }
}
