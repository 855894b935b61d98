package fi.rinnalla.peerexpert.invitation;

import fi.rinnalla.peerexpert.request.PeerRequests;
import fi.rinnalla.service.rows.Keeper;
import fi.rinnalla.service.rows.OnBehalf;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** An invitation that nobody answered in its time is over, and the next in turn is asked. */
@Component
class ExpireInvitations {

    private final Keeper keeper;
    private final Invitations invitations;
    private final PeerRequests requests;
    private final TakeTurns turns;
    private final OnBehalf onBehalf;
    private final Clock clock;

    ExpireInvitations(
            Keeper keeper,
            Invitations invitations,
            PeerRequests requests,
            TakeTurns turns,
            OnBehalf onBehalf,
            Clock clock) {
        this.keeper = keeper;
        this.invitations = invitations;
        this.requests = requests;
        this.turns = turns;
        this.onBehalf = onBehalf;
        this.clock = clock;
    }

    private record Over(UUID id, UUID request, String organisation) {}

    void whateverIsOver() {
        keeper.rows()
                .sql("SELECT id, request, organisation FROM invitation WHERE state = 'sent' AND expires_at < ?")
                .param(clock.instant().toString())
                .query(Over.class)
                .list()
                .forEach(over -> onBehalf.of(over.organisation(), () -> {
                    requests.change(over.request());
                    var invitation = invitations.change(over.id());
                    if (invitation.expire(clock.instant())) {
                        invitations.save(invitation);
                        turns.next(over.request());
                    }
                }));
    }
}
