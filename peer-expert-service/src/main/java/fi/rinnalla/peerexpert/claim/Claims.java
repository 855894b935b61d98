package fi.rinnalla.peerexpert.claim;

import fi.rinnalla.service.keeping.Documents;
import fi.rinnalla.service.keeping.Keeping;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/** What is owed for tasks. */
@Repository
class Claims extends Documents<Claim> {

    Claims(Keeping keeping) {
        super("claim", Claim.class, keeping);
    }

    List<Claim> ofMonth(UUID peerExpert, YearMonth month) {
        return where("peer_expert = ? AND worked_on LIKE ? ORDER BY worked_on, id", peerExpert, month + "-%");
    }

    List<Claim> approved() {
        return where("state = 'approved' ORDER BY id FOR UPDATE");
    }

    List<Claim> inBatch(UUID batch) {
        return where("document->>'batch' = ? ORDER BY id", batch.toString());
    }
}
