package fi.rinnalla.peerexpert.departure;

import static fi.rinnalla.service.asking.UserRole.COORDINATOR;
import static fi.rinnalla.service.asking.UserRole.MANAGER;

import fi.rinnalla.peerexpert.assignment.FollowRequest;
import fi.rinnalla.peerexpert.request.Departures;
import fi.rinnalla.peerexpert.request.PeerRequests;
import fi.rinnalla.peerexpert.training.SharingAgreements;
import fi.rinnalla.service.answering.BadRequest;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.Caller;
import fi.rinnalla.service.time.Helsinki;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * A manager ends the organisation's asking: requests are closed, invitations withdrawn, tasks that lie ahead released, and
 * nothing is shared any more. What was done is still claimed and paid. It can return; then it asks anew.
 */
@RestController
class LeaveAltogether {

    private final Departures departures;
    private final PeerRequests requests;
    private final FollowRequest following;
    private final SharingAgreements agreements;
    private final Clock clock;

    LeaveAltogether(
            Departures departures,
            PeerRequests requests,
            FollowRequest following,
            SharingAgreements agreements,
            Clock clock) {
        this.departures = departures;
        this.requests = requests;
        this.following = following;
        this.agreements = agreements;
        this.clock = clock;
    }

    /** @param organisation typed out, so that nobody leaves by a slip */
    record Request(@NotNull(message = "required") String organisation) {}

    /** @param leftOn absent while it stays */
    record Standing(@Nullable LocalDate leftOn) {}

    @PostMapping("/api/v1/departure")
    @AllowedTo(MANAGER)
    ResponseEntity<Void> leave(@Valid @RequestBody Request request, Caller caller) {
        if (!request.organisation().equals(caller.organisation())) {
            throw BadRequest.field(
                    "/organisation", "own-organisation", "Type the short name of your own organisation.");
        }
        departures.leave(Helsinki.today(clock));
        requests.notClosed().forEach(following::cancel);
        agreements.endAll();
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/api/v1/departure/return")
    @AllowedTo(MANAGER)
    ResponseEntity<Void> comeBack() {
        departures.comeBack();
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/api/v1/departure")
    @AllowedTo({MANAGER, COORDINATOR})
    Standing read() {
        return new Standing(departures.leftOn().orElse(null));
    }
}
