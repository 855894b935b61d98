package fi.rinnalla.peerexpert.matching;

import java.util.UUID;
import org.springframework.stereotype.Component;

/** Notes which items of a proposal were taken. */
@Component
public class AcceptedItems {

    private final BatchPlans plans;

    AcceptedItems(BatchPlans plans) {
        this.plans = plans;
    }

    public void accept(UUID id, UUID request, UUID peerExpert) {
        var plan = plans.change(id);
        plan.accept(request, peerExpert);
        plans.save(plan);
    }
}
