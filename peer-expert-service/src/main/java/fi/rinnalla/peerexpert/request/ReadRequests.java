package fi.rinnalla.peerexpert.request;

import static fi.rinnalla.service.asking.UserRole.COORDINATOR;

import com.fasterxml.jackson.annotation.JsonInclude;
import fi.rinnalla.event.request.TaskKind;
import fi.rinnalla.peerexpert.task.RoleKind;
import fi.rinnalla.peerexpert.task.Terms;
import fi.rinnalla.peerexpert.task.Where;
import fi.rinnalla.service.answering.Answer;
import fi.rinnalla.service.answering.Page;
import fi.rinnalla.service.answering.Paging;
import fi.rinnalla.service.asking.AllowedTo;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What waits for a peer expert, the first day first. */
@RestController
class ReadRequests {

    private final PeerRequests requests;

    ReadRequests(PeerRequests requests) {
        this.requests = requests;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RequestShown(
            UUID id,
            @Nullable UUID meeting,
            String unit,
            TaskKind kind,
            LocalDate plannedOn,
            @Nullable LocalTime at,
            int minutes,
            Where where,
            @Nullable String language,
            boolean trained,
            @Nullable RoleKind role,
            int count,
            int wantedStill,
            List<String> workers,
            PeerRequest.State state,
            @Nullable Terms terms,
            @Nullable String briefing) {}

    /** @param meeting only what this meeting asks for */
    @GetMapping("/api/v1/requests")
    @AllowedTo(COORDINATOR)
    Page<RequestShown> open(@RequestParam(required = false) @Nullable UUID meeting, Paging paging) {
        var after = paging.after().map(key -> key.split(" ")).orElse(new String[] {"", new UUID(0, 0).toString()});
        var found = requests.where(
                "state = 'open' AND (?::uuid IS NULL OR meeting = ?) AND (planned_on, id) > (?, ?::uuid) ORDER BY planned_on, id LIMIT ?",
                meeting,
                meeting,
                after[0],
                after[1],
                paging.limitAndOne());
        return Page.of(
                found.stream().map(ReadRequests::shown).toList(),
                paging,
                shown -> shown.plannedOn() + " " + shown.id());
    }

    @GetMapping("/api/v1/requests/{request}")
    @AllowedTo(COORDINATOR)
    ResponseEntity<RequestShown> one(@PathVariable("request") UUID id) {
        var request = requests.get(id);
        return Answer.shown(request, shown(request));
    }

    private static RequestShown shown(PeerRequest request) {
        return new RequestShown(
                request.id(),
                request.meeting().orElse(null),
                request.unit(),
                request.kind(),
                request.slot().on(),
                request.slot().at(),
                request.slot().minutes(),
                request.where(),
                request.language().orElse(null),
                request.isForTrained(),
                request.role().orElse(null),
                request.count(),
                request.wantedStill(),
                request.workers(),
                request.state(),
                request.terms().orElse(null),
                request.briefing().orElse(null));
    }
}
