package fi.rinnalla.peerexpert.pool;

import fi.rinnalla.peerexpert.task.RoleKind;
import fi.rinnalla.peerexpert.task.Slot;
import fi.rinnalla.peerexpert.task.Where;
import fi.rinnalla.service.answering.Login;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody tells of themselves, each field in their own hands.
 *
 * @param home         where they set out from
 * @param travelKm     how far they are willing to go
 * @param remote       whether they also take part over a connection
 * @param faceless     takes part without face and name shown (P49)
 * @param limits       their own; the limit of earnings is seen by nobody else
 * @param coWorker     whom they like to work with
 */
public record Profile(
        @NotNull(message = "required") @Size(max = 10, message = "at-most-10")
        Set<@NotNull(message = "required") @Pattern(regexp = "[a-z]{2,3}", message = "language") String> languages,

        @NotNull(message = "required") Set<@NotNull(message = "required") RoleKind> roles,
        @Nullable @Valid Where home,

        @Nullable @Min(value = 0, message = "0-to-2000") @Max(value = 2_000, message = "0-to-2000")
        Integer travelKm,

        boolean remote,
        boolean faceless,
        @Nullable @Valid Limits limits,
        @Nullable @Login String coWorker,

        @NotNull(message = "required") @Size(max = 50, message = "at-most-50")
        List<@NotNull(message = "required") @Valid Availability> availability) {

    static final Profile UNTOLD = new Profile(Set.of(), Set.of(), null, null, false, false, null, null, List.of());

    /** Whether they said this of some of the time. */
    public boolean said(Availability.Kind kind, Slot slot) {
        for (var window : availability) {
            if (window.kind() == kind && window.touches(slot)) {
                return true;
            }
        }
        return false;
    }

    /** @param cents a month, of all fees together; no euro too many where benefits are at stake */
    public record Limits(
            @Nullable @Min(value = 0, message = "0-to-744") @Max(value = 744, message = "0-to-744")
            Integer hours,

            @Nullable @Min(value = 0, message = "0-to-10000000") @Max(value = 10_000_000, message = "0-to-10000000")
            Integer cents) {}
}
