package fi.rinnalla.peerexpert.shift;

import static fi.rinnalla.service.asking.UserRole.CLIENT;
import static fi.rinnalla.service.asking.UserRole.COORDINATOR;
import static fi.rinnalla.service.asking.UserRole.PEER_EXPERT;

import com.fasterxml.jackson.annotation.JsonInclude;
import fi.rinnalla.event.Event;
import fi.rinnalla.peerexpert.task.Slot;
import fi.rinnalla.service.answering.Answer;
import fi.rinnalla.service.answering.Login;
import fi.rinnalla.service.answering.Page;
import fi.rinnalla.service.answering.Paging;
import fi.rinnalla.service.answering.Words;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.Caller;
import fi.rinnalla.service.rows.Ids;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A coordinator opens a shift; clients and peer experts take it and leave it as it suits them. */
@RestController
class OpenShift {

    private final Shifts shifts;
    private final Ids ids;

    OpenShift(Shifts shifts, Ids ids) {
        this.shifts = shifts;
        this.ids = ids;
    }

    /** @param criteria as few as possible, in plain words */
    record Request(
            @NotNull(message = "required") @Login String unit,
            @Words(max = 100) String role,
            @NotNull(message = "required") LocalDate on,
            @Nullable LocalTime at,
            int minutes,

            @Min(value = 1, message = "1-to-50") @Max(value = 50, message = "1-to-50")
            int places,

            @Words(max = 500) String criteria) {}

    /** @param hosts how many have taken it; who they are the coordinator alone sees */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ShiftShown(
            UUID id,
            String unit,
            String role,
            LocalDate on,
            @Nullable LocalTime at,
            int minutes,
            int placesLeft,
            String criteria,
            boolean yours,
            @Nullable List<String> hosts) {}

    @PostMapping("/api/v1/shifts")
    @AllowedTo(COORDINATOR)
    ResponseEntity<Void> open(@Valid @RequestBody Request request) {
        var slot = new Slot(request.on(), request.at(), request.minutes());
        slot.begins();
        var shift = new Shift(ids.get(), request.unit(), request.role(), slot, request.places(), request.criteria());
        shifts.add(shift);
        return Answer.created("/api/v1/shifts", shift);
    }

    @GetMapping("/api/v1/shifts")
    @AllowedTo({COORDINATOR, PEER_EXPERT, CLIENT})
    Page<ShiftShown> list(Caller caller, Paging paging) {
        var found = shifts.where("id > ? ORDER BY id LIMIT ?", paging.afterId(), paging.limitAndOne());
        return Page.of(
                found.stream().map(one -> shown(one, caller)).toList(),
                paging,
                one -> one.id().toString());
    }

    @PostMapping("/api/v1/shifts/{shift}/take")
    @AllowedTo({PEER_EXPERT, CLIENT})
    ResponseEntity<Void> take(@PathVariable("shift") UUID id, Caller caller) {
        boolean first = shifts.isFirstOf(caller.login());
        var shift = shifts.change(id);
        shifts.save(shift, shift.take(caller.login(), first).stream().toArray(Event[]::new));
        return Answer.done(shift);
    }

    @PostMapping("/api/v1/shifts/{shift}/leave")
    @AllowedTo({PEER_EXPERT, CLIENT})
    ResponseEntity<Void> leave(@PathVariable("shift") UUID id, Caller caller) {
        var shift = shifts.change(id);
        shift.leave(caller.login());
        shifts.save(shift);
        return Answer.done(shift);
    }

    private static ShiftShown shown(Shift shift, Caller caller) {
        return new ShiftShown(
                shift.id(),
                shift.unit(),
                shift.role(),
                shift.slot().on(),
                shift.slot().at(),
                shift.slot().minutes(),
                shift.placesLeft(),
                shift.criteria(),
                shift.has(caller.login()),
                caller.is(COORDINATOR) ? shift.hosts() : null);
    }
}
