package fi.rinnalla.peerexpert.request;

import static fi.rinnalla.service.asking.UserRole.COORDINATOR;
import static fi.rinnalla.service.asking.UserRole.PROFESSIONAL;

import fi.rinnalla.event.request.TaskKind;
import fi.rinnalla.peerexpert.task.RoleKind;
import fi.rinnalla.peerexpert.task.Slot;
import fi.rinnalla.peerexpert.task.Terms;
import fi.rinnalla.peerexpert.task.Where;
import fi.rinnalla.service.answering.Answer;
import fi.rinnalla.service.answering.Login;
import fi.rinnalla.service.answering.Words;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.Caller;
import fi.rinnalla.service.rows.Ids;
import fi.rinnalla.service.time.Helsinki;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** By hand in three fields: the unit, what for, and the day. All else may follow. */
@RestController
public class MakeRequest {

    private final PeerRequests requests;
    private final UsualTerms usual;
    private final Departures departures;
    private final Ids ids;
    private final Clock clock;

    MakeRequest(PeerRequests requests, UsualTerms usual, Departures departures, Ids ids, Clock clock) {
        this.requests = requests;
        this.usual = usual;
        this.departures = departures;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @param minutes 60 if not said
     * @param count   how many people; 1 if not said
     * @param terms   as usual for the kind if not said
     */
    record Request(
            @NotNull(message = "required") @Login String unit,
            @NotNull(message = "required") TaskKind kind,
            @NotNull(message = "required") LocalDate on,
            @Nullable LocalTime at,
            @Nullable Integer minutes,
            @Nullable @Valid Where where,

            @Nullable @Pattern(regexp = "[a-z]{2,3}", message = "language")
            String language,

            @Nullable Boolean trained,
            @Nullable RoleKind role,

            @Nullable @Min(value = 1, message = "1-to-50") @Max(value = 50, message = "1-to-50")
            Integer count,

            @Nullable @Size(max = 20, message = "at-most-20")
            List<@NotNull(message = "required") @Login String> workers,

            @Nullable @Valid Terms terms,
            @Words(optional = true) @Nullable String briefing) {}

    @PostMapping("/api/v1/requests")
    @AllowedTo({COORDINATOR, PROFESSIONAL})
    ResponseEntity<Void> make(@Valid @RequestBody Request request, Caller caller) {
        departures.requireStaying();
        var made = new PeerRequest(
                ids.get(),
                new PeerRequest.Wanted(
                        null,
                        request.unit(),
                        request.kind(),
                        new Slot(
                                request.on(),
                                request.at(),
                                Optional.ofNullable(request.minutes()).orElse(60)),
                        Optional.ofNullable(request.where()).orElse(Where.UNTOLD),
                        request.language(),
                        Boolean.TRUE.equals(request.trained()),
                        request.role(),
                        Optional.ofNullable(request.count()).orElse(1),
                        Optional.ofNullable(request.workers())
                                .orElse(caller.is(PROFESSIONAL) ? List.of(caller.login()) : List.of())),
                clock.instant());
        made.slot().begins();
        Optional.ofNullable(request.terms()).or(() -> usual.of(made.kind())).ifPresent(made::state);
        Optional.ofNullable(request.briefing()).ifPresent(made::brief);
        requests.add(made, made.made(Helsinki.today(clock)));
        return Answer.created("/api/v1/requests", made);
    }

    /** From a meeting that was heard of: a pair for the professional who planned it. */
    public void fromMeeting(UUID meeting, String unit, Slot slot, boolean remote) {
        if (departures.leftOn().isPresent()) {
            return;
        }
        var made = new PeerRequest(
                ids.get(),
                new PeerRequest.Wanted(
                        meeting,
                        unit,
                        TaskKind.PAIR_WORK,
                        slot,
                        new Where(remote, null, null, null),
                        null,
                        false,
                        null,
                        1,
                        List.of()),
                clock.instant());
        usual.of(made.kind()).ifPresent(made::state);
        requests.add(made, made.made(Helsinki.today(clock)));
    }
}
