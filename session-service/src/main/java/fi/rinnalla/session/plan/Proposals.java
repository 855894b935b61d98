package fi.rinnalla.session.plan;

import fi.rinnalla.service.keeping.Documents;
import fi.rinnalla.service.keeping.Keeping;
import org.springframework.stereotype.Repository;

/** Where proposals for revisions wait. */
@Repository
class Proposals extends Documents<Proposal> {

    Proposals(Keeping keeping) {
        super("plan_proposal", Proposal.class, keeping);
    }
}
