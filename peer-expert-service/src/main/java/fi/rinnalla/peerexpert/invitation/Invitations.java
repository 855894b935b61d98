package fi.rinnalla.peerexpert.invitation;

import fi.rinnalla.service.keeping.Documents;
import fi.rinnalla.service.keeping.Keeping;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/** Who was asked for what. */
@Repository
class Invitations extends Documents<Invitation> {

    Invitations(Keeping keeping) {
        super("invitation", Invitation.class, keeping);
    }

    /** Those that wait, for their turn or for an answer. */
    List<Invitation> openOf(UUID request) {
        return where(
                "request = ? AND state IN ('waiting', 'sent') ORDER BY (document->>'turn')::int, id FOR UPDATE",
                request);
    }

    List<Invitation> openTo(UUID peerExpert) {
        return where("peer_expert = ? AND state IN ('waiting', 'sent') ORDER BY id FOR UPDATE", peerExpert);
    }

    Optional<Invitation> withCode(String hash) {
        return where("code_hash = ?", hash).stream().findFirst();
    }
}
