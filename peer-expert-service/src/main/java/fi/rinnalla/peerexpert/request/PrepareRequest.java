package fi.rinnalla.peerexpert.request;

import static fi.rinnalla.service.asking.UserRole.COORDINATOR;
import static fi.rinnalla.service.asking.UserRole.PROFESSIONAL;

import fi.rinnalla.peerexpert.task.RoleKind;
import fi.rinnalla.peerexpert.task.Terms;
import fi.rinnalla.peerexpert.task.Where;
import fi.rinnalla.service.answering.Answer;
import fi.rinnalla.service.answering.IfMatch;
import fi.rinnalla.service.answering.Login;
import fi.rinnalla.service.answering.Words;
import fi.rinnalla.service.asking.AllowedTo;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What the task gives, what it needs, and what it is about in plain language: before anybody is asked (P43, P45). */
@RestController
class PrepareRequest {

    private final PeerRequests requests;

    PrepareRequest(PeerRequests requests) {
        this.requests = requests;
    }

    /** @param language that is needed; absent where any will do */
    record Needs(
            @Nullable @Valid Where where,

            @Nullable @Pattern(regexp = "[a-z]{2,3}", message = "language")
            String language,

            boolean trained,
            @Nullable RoleKind role,

            @NotNull(message = "required") @Size(max = 20, message = "at-most-20")
            List<@NotNull(message = "required") @Login String> workers) {}

    record Briefing(@Words String words) {}

    @PostMapping("/api/v1/requests/{request}/terms")
    @AllowedTo({COORDINATOR})
    ResponseEntity<Void> terms(@PathVariable("request") UUID id, @Valid @RequestBody Terms terms, IfMatch ifMatch) {
        var request = requests.change(id);
        ifMatch.check(request.version(), terms);
        request.state(terms);
        return saved(request);
    }

    @PostMapping("/api/v1/requests/{request}/needs")
    @AllowedTo({COORDINATOR})
    ResponseEntity<Void> needs(@PathVariable("request") UUID id, @Valid @RequestBody Needs needs, IfMatch ifMatch) {
        var request = requests.change(id);
        ifMatch.check(request.version(), needs);
        request.need(new PeerRequest.Wanted(
                null,
                request.unit(),
                request.kind(),
                request.slot(),
                Optional.ofNullable(needs.where()).orElse(request.where()),
                needs.language(),
                needs.trained(),
                needs.role(),
                request.count(),
                needs.workers()));
        return saved(request);
    }

    @PostMapping("/api/v1/requests/{request}/briefing")
    @AllowedTo({COORDINATOR, PROFESSIONAL})
    ResponseEntity<Void> brief(@PathVariable("request") UUID id, @Valid @RequestBody Briefing briefing) {
        var request = requests.change(id);
        request.brief(briefing.words());
        return saved(request);
    }

    private ResponseEntity<Void> saved(PeerRequest request) {
        requests.save(request);
        return Answer.done(request);
    }
}
