package fi.rinnalla.peerexpert.invitation;

import static fi.rinnalla.service.asking.UserRole.COORDINATOR;

import fi.rinnalla.peerexpert.matching.AcceptedItems;
import fi.rinnalla.peerexpert.request.PeerRequests;
import fi.rinnalla.service.asking.AllowedTo;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Part of a proposal is accepted: those people are invited, each by themselves. They decide. */
@RestController
class AcceptBatch {

    private final AcceptedItems accepted;
    private final PeerRequests requests;
    private final InvitePeerExperts invite;

    AcceptBatch(AcceptedItems accepted, PeerRequests requests, InvitePeerExperts invite) {
        this.accepted = accepted;
        this.requests = requests;
        this.invite = invite;
    }

    record Item(
            @NotNull(message = "required") UUID request,
            @NotNull(message = "required") UUID peerExpert) {}

    record Chosen(
            @NotNull(message = "required") @Size(min = 1, max = 200, message = "1-to-200")
            List<@NotNull(message = "required") @Valid Item> items) {}

    @PostMapping("/api/v1/batch-plans/{plan}/accept")
    @AllowedTo(COORDINATOR)
    InvitePeerExperts.AllSent accept(@PathVariable("plan") UUID id, @Valid @RequestBody Chosen chosen) {
        var sent = new ArrayList<InvitePeerExperts.Sent>();
        for (var item : chosen.items()) {
            accepted.accept(id, item.request(), item.peerExpert());
            sent.addAll(invite.invite(requests.change(item.request()), item.peerExpert())
                    .invitations());
        }
        return new InvitePeerExperts.AllSent(sent);
    }
}
