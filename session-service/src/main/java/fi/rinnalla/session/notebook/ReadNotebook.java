package fi.rinnalla.session.notebook;

import static fi.rinnalla.service.asking.UserRole.CLIENT;
import static fi.rinnalla.service.asking.UserRole.PROFESSIONAL;

import fi.rinnalla.service.accesslog.AccessLog;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.Caller;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The notebook is read by client and present worker, like the plan that it belongs to. */
@RestController
class ReadNotebook {

    private final Notebooks notebooks;
    private final AccessLog accessLog;

    ReadNotebook(Notebooks notebooks, AccessLog accessLog) {
        this.notebooks = notebooks;
        this.accessLog = accessLog;
    }

    /** @param balance of the scheme's unit: what the steps have earned less what prizes have cost */
    record RewardsShown(
            String unit,
            List<RewardScheme.Coin> coins,
            String prize,
            int price,
            int balance,
            List<RewardScheme.Entry> ledger) {}

    record NotebookShown(
            UUID plan,
            List<Notebook.Split> splits,
            List<Step> steps,
            List<Notebook.Named> strengths,
            List<Notebook.Named> wins,
            List<Notebook.Means> means,
            List<Notebook.Support> supports,
            List<Notebook.Service> services,
            List<Notebook.Member> network,
            List<Notebook.Helped> whatHelped,
            @Nullable RewardsShown rewards) {}

    @GetMapping("/api/v1/plans/{plan}/notebook")
    @AllowedTo({CLIENT, PROFESSIONAL})
    NotebookShown read(@PathVariable("plan") UUID plan, Caller caller) {
        var notebook = notebooks.of(plan, caller);
        accessLog.touched(caller, "notebook-read", plan, "care");
        return new NotebookShown(
                plan,
                notebook.splits(),
                notebook.steps(),
                notebook.strengths(),
                notebook.wins(),
                notebook.means(),
                notebook.supports(),
                notebook.services(),
                notebook.network(),
                notebook.whatHelped(),
                notebook.rewards()
                        .map(scheme -> shown(scheme, notebook.steps()))
                        .orElse(null));
    }

    private static RewardsShown shown(RewardScheme scheme, List<Step> steps) {
        return new RewardsShown(
                scheme.unit(),
                scheme.coins(),
                scheme.prize(),
                scheme.price(),
                scheme.balance(steps),
                scheme.ledger(steps));
    }
}
