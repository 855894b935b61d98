package fi.rinnalla.peerexpert.matching;

import static fi.rinnalla.service.asking.UserRole.COORDINATOR;

import fi.rinnalla.peerexpert.request.PeerRequest;
import fi.rinnalla.peerexpert.request.PeerRequests;
import fi.rinnalla.service.answering.Answer;
import fi.rinnalla.service.answering.BadRequest;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.pages.Language;
import fi.rinnalla.service.rows.Ids;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Proposes who could take which of the open requests of a time; a second person for the same request in a second pass. */
@RestController
class ProposeBatch {

    private static final int MOST_TASKS = 4;
    private static final int RISING = 3;

    private final PeerRequests requests;
    private final Matching matching;
    private final BatchPlans plans;
    private final Ids ids;

    ProposeBatch(PeerRequests requests, Matching matching, BatchPlans plans, Ids ids) {
        this.requests = requests;
        this.matching = matching;
        this.plans = plans;
        this.ids = ids;
    }

    /** @param mostTasks for one person in that time; 4 if not said */
    record Request(
            @NotNull(message = "required") LocalDate from,
            @NotNull(message = "required") LocalDate until,

            @Nullable @Min(value = 1, message = "1-to-50") @Max(value = 50, message = "1-to-50")
            Integer mostTasks) {}

    record ItemShown(UUID request, UUID peerExpert, int points, List<Why> reasons, boolean accepted) {}

    /** @param unfilled requests for which nobody was found */
    record Proposal(UUID id, LocalDate from, LocalDate until, List<ItemShown> items, List<UUID> unfilled) {}

    @PostMapping("/api/v1/batch-plans")
    @AllowedTo(COORDINATOR)
    ResponseEntity<Void> propose(@Valid @RequestBody Request asked) {
        if (asked.until().isBefore(asked.from())
                || asked.until().isAfter(asked.from().plusMonths(6))) {
            throw BadRequest.field("/until", "within-half-a-year", "Plan a week, a term, at most half a year.");
        }
        var plan = planned(asked, requests.openBetween(asked.from(), asked.until()));
        plans.add(plan);
        return Answer.created("/api/v1/batch-plans", plan);
    }

    @GetMapping("/api/v1/batch-plans/{plan}")
    @AllowedTo(COORDINATOR)
    ResponseEntity<Proposal> read(
            @PathVariable("plan") UUID id,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String preferred) {
        var plan = plans.get(id);
        var language = Language.of(null, preferred);
        return Answer.shown(
                plan,
                new Proposal(
                        id,
                        plan.from(),
                        plan.until(),
                        plan.items().stream()
                                .map(item -> new ItemShown(
                                        item.request(),
                                        item.peerExpert(),
                                        item.score().points(),
                                        Why.of(item.score(), language),
                                        item.accepted()))
                                .toList(),
                        plan.unfilled()));
    }

    private BatchPlan planned(Request asked, List<PeerRequest> open) {
        var wanted = IntStream.rangeClosed(
                        1,
                        open.stream().mapToInt(PeerRequest::wantedStill).max().orElse(0))
                .boxed()
                .flatMap(pass -> open.stream().filter(request -> request.wantedStill() >= pass))
                .toList();
        var suitability = new Suitability(matching::candidates);
        var seats = wanted.stream().map(suitability::seat).toList();
        var room = new int[suitability.people()];
        Arrays.fill(room, Optional.ofNullable(asked.mostTasks()).orElse(MOST_TASKS));
        var takers = new Planner(seats, room, RISING).plan();
        var items = new ArrayList<BatchPlan.Item>();
        var unfilled = new LinkedHashSet<UUID>();
        for (int seat = 0; seat < takers.length; seat++) {
            var request = wanted.get(seat);
            if (takers[seat] < 0) {
                unfilled.add(request.id());
            } else {
                var taker = suitability.candidate(request, takers[seat]);
                items.add(new BatchPlan.Item(request.id(), taker.id(), Score.of(request, taker), false));
            }
        }
        return new BatchPlan(ids.get(), asked.from(), asked.until(), items, List.copyOf(unfilled));
    }
}
