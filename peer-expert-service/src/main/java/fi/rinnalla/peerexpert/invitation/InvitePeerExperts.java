package fi.rinnalla.peerexpert.invitation;

import static fi.rinnalla.service.asking.UserRole.COORDINATOR;

import com.fasterxml.jackson.annotation.JsonProperty;
import fi.rinnalla.peerexpert.matching.Matching;
import fi.rinnalla.peerexpert.request.PeerRequest;
import fi.rinnalla.peerexpert.request.PeerRequests;
import fi.rinnalla.service.answering.Refused;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.delivering.Sealing;
import fi.rinnalla.service.pages.Secrets;
import fi.rinnalla.service.rows.Ids;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A coordinator asks several, in turn or together. The terms are on the table first. */
@RestController
public class InvitePeerExperts {

    private static final int HOURS = 72;

    enum Mode {
        @JsonProperty("in-turn")
        IN_TURN,
        @JsonProperty("together")
        TOGETHER
    }

    private final PeerRequests requests;
    private final Invitations invitations;
    private final Matching matching;
    private final TakeTurns turns;
    private final Sealing sealing;
    private final Ids ids;

    InvitePeerExperts(
            PeerRequests requests,
            Invitations invitations,
            Matching matching,
            TakeTurns turns,
            Sealing sealing,
            Ids ids) {
        this.requests = requests;
        this.invitations = invitations;
        this.matching = matching;
        this.turns = turns;
        this.sealing = sealing;
        this.ids = ids;
    }

    /** @param answerWithinHours 72 if not said */
    record Request(
            @NotNull(message = "required") @Size(min = 1, max = 50, message = "1-to-50")
            List<@NotNull(message = "required") UUID> peerExperts,

            @NotNull(message = "required") Mode mode,

            @Nullable @Min(value = 1, message = "1-to-720") @Max(value = 720, message = "1-to-720")
            Integer answerWithinHours) {}

    /** @param link where this person can read the invitation and say no without a login; shown this once */
    public record Sent(UUID invitation, UUID peerExpert, String link) {}

    public record AllSent(List<Sent> invitations) {}

    @PostMapping("/api/v1/requests/{request}/invitations")
    @AllowedTo(COORDINATOR)
    AllSent invite(@PathVariable("request") UUID id, @Valid @RequestBody Request asked) {
        var request = requests.change(id);
        return invite(
                request,
                asked.peerExperts(),
                asked.mode() == Mode.TOGETHER ? Integer.MAX_VALUE : request.wantedStill(),
                Optional.ofNullable(asked.answerWithinHours()).orElse(HOURS));
    }

    /** One person for one seat, as a batch plan proposes; in the usual time. */
    public AllSent invite(PeerRequest request, UUID peerExpert) {
        return invite(request, List.of(peerExpert), Integer.MAX_VALUE, HOURS);
    }

    private AllSent invite(PeerRequest request, List<UUID> people, int atOnce, int hours) {
        request.requireOpen();
        request.termsOnTheTable();
        var sent = new ArrayList<Sent>();
        long awaited = invitations.openOf(request.id()).stream()
                .filter(one -> one.state() == Invitation.State.SENT)
                .count();
        for (var person : people.stream().distinct().toList()) {
            var code = Secrets.token();
            var invitation = new Invitation(
                    ids.get(),
                    request.id(),
                    person,
                    sent.size(),
                    hours,
                    Secrets.hexHash(code),
                    sealing.close(code),
                    matching.requireSuited(request, person));
            if (awaited++ < atOnce) {
                turns.send(invitation);
            }
            add(invitation);
            sent.add(new Sent(invitation.id(), person, DeclineByLink.path(code)));
        }
        return new AllSent(sent);
    }

    private void add(Invitation invitation) {
        try {
            invitations.add(invitation);
        } catch (DuplicateKeyException another) {
            throw new Refused("invited-already", "This person has been asked for this task already.");
        }
    }
}
