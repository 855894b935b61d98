package fi.rinnalla.service.operating;

import fi.rinnalla.service.answering.NotFound;
import fi.rinnalla.service.answering.Page;
import fi.rinnalla.service.answering.Paging;
import fi.rinnalla.service.arriving.Generations;
import fi.rinnalla.service.arriving.Parked;
import fi.rinnalla.service.arriving.View;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.Caller;
import fi.rinnalla.service.asking.UserRole;
import fi.rinnalla.service.leaving.Reconcile;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** An operator's addresses, the same at every service. Each does the same when called twice. */
@RestController
@RequestMapping("/api/v1/operations/${rinnalla.short-name}")
public class Operations {

    private final Parked parked;
    private final ObjectProvider<Reconcile> reconcile;
    private final List<View> views;
    private final Generations generations;

    Operations(Parked parked, ObjectProvider<Reconcile> reconcile, List<View> views, Generations generations) {
        this.parked = parked;
        this.reconcile = reconcile;
        this.views = views;
        this.generations = generations;
    }

    @GetMapping("/parked")
    @AllowedTo(UserRole.OPERATOR)
    Page<Parked.One> parked(Paging paging) {
        return Page.of(
                parked.list(paging.limitAndOne(), paging.after()),
                paging,
                one -> one.id().toString());
    }

    @PostMapping("/parked/{id}/release")
    @AllowedTo(UserRole.OPERATOR)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void release(@PathVariable UUID id, Caller caller) {
        parked.release(id, caller.login());
    }

    @PostMapping("/parked/{id}/discard")
    @AllowedTo(UserRole.OPERATOR)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable UUID id, Caller caller) {
        parked.discard(id, caller.login());
    }

    /** Compares what was said with the topics in the background and says again what they lost; see the log. */
    @PostMapping("/reconcile")
    @AllowedTo(UserRole.OPERATOR)
    @ResponseStatus(HttpStatus.ACCEPTED)
    void reconcile() {
        reconcile.ifAvailable(job -> Thread.ofVirtual().name("reconcile").start(job::sayAgainWhatTheTopicsLost));
    }

    /** Begins to rebuild a view from the stream; the present figures are served until it has caught up. */
    @PostMapping("/views/{view}/rebuild")
    @AllowedTo(UserRole.OPERATOR)
    @ResponseStatus(HttpStatus.ACCEPTED)
    void rebuild(@PathVariable String view) {
        generations.rebuild(viewNamed(view));
    }

    /** How a rebuild stands. */
    record Rebuild(boolean underWay) {}

    @GetMapping("/views/{view}/rebuild")
    @AllowedTo(UserRole.OPERATOR)
    Rebuild rebuildOf(@PathVariable String view) {
        return new Rebuild(generations.building(viewNamed(view)).isPresent());
    }

    private String viewNamed(String name) {
        return views.stream().map(View::name).filter(name::equals).findFirst().orElseThrow(NotFound::new);
    }
}
