package fi.rinnalla.peerexpert.asking;

import static fi.rinnalla.service.asking.UserRole.COORDINATOR;
import static fi.rinnalla.service.asking.UserRole.PROFESSIONAL;

import fi.rinnalla.peerexpert.notice.NoticeKind;
import fi.rinnalla.peerexpert.notice.Notices;
import fi.rinnalla.peerexpert.pool.PeerExperts;
import fi.rinnalla.service.answering.Answer;
import fi.rinnalla.service.answering.Login;
import fi.rinnalla.service.answering.Refused;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.Caller;
import fi.rinnalla.service.rows.Ids;
import fi.rinnalla.service.time.Helsinki;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Somebody asks a client whether they would like to develop. What was answered before is respected, and not told. */
@RestController
class AskClient {

    private final Askings askings;
    private final PeerExperts peerExperts;
    private final Notices notices;
    private final Ids ids;
    private final Clock clock;

    AskClient(Askings askings, PeerExperts peerExperts, Notices notices, Ids ids, Clock clock) {
        this.askings = askings;
        this.peerExperts = peerExperts;
        this.notices = notices;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param askedOn today if not said */
    record Request(
            @NotNull(message = "required") @Login String client,
            @Nullable LocalDate askedOn) {}

    @PostMapping("/api/v1/askings")
    @AllowedTo({COORDINATOR, PROFESSIONAL})
    ResponseEntity<Void> ask(@Valid @RequestBody Request request, Caller caller) {
        var on = Helsinki.told("/askedOn", request.askedOn(), clock);
        if (peerExperts.named(request.client()).isPresent()
                || askings.to(request.client()).stream()
                        .findFirst()
                        .filter(last -> last.forbidsAsking(on))
                        .isPresent()) {
            // One answer for all reasons: whoever asks does not learn what the client said.
            throw new Refused(
                    "not-to-be-asked",
                    "This person has been asked already. They can say yes by themselves at any time.");
        }
        var asking = new Asking(ids.get(), request.client(), caller.login(), on);
        askings.add(asking, asking.asked());
        notices.tell(request.client(), NoticeKind.ASKED_TO_DEVELOP, asking.id());
        return Answer.created("/api/v1/askings", asking);
    }
}
