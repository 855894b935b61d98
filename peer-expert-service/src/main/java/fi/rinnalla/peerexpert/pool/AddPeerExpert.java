package fi.rinnalla.peerexpert.pool;

import static fi.rinnalla.service.asking.UserRole.COORDINATOR;

import fi.rinnalla.service.answering.Answer;
import fi.rinnalla.service.answering.Login;
import fi.rinnalla.service.answering.Words;
import fi.rinnalla.service.asking.AllowedTo;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A coordinator adds somebody who wishes to develop with the organisation to its pool. Training is no condition. */
@RestController
class AddPeerExpert {

    private final JoinPool pool;

    AddPeerExpert(JoinPool pool) {
        this.pool = pool;
    }

    /** @param joinedOn today if not said */
    record Request(
            @NotNull(message = "required") @Login String login,
            @Words(max = 100) String name,
            @NotNull(message = "required") Level level,
            @Nullable LocalDate joinedOn) {}

    @PostMapping("/api/v1/peer-experts")
    @AllowedTo(COORDINATOR)
    ResponseEntity<Void> add(@Valid @RequestBody Request request) {
        return Answer.created(
                "/api/v1/peer-experts",
                pool.join(request.login(), request.name(), request.level(), request.joinedOn()));
    }
}
