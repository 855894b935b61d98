package fi.rinnalla.peerexpert.matching;

import fi.rinnalla.service.keeping.Documents;
import fi.rinnalla.service.keeping.Keeping;
import org.springframework.stereotype.Repository;

/** Proposals for many requests at once. */
@Repository
class BatchPlans extends Documents<BatchPlan> {

    BatchPlans(Keeping keeping) {
        super("batch_plan", BatchPlan.class, keeping);
    }
}
