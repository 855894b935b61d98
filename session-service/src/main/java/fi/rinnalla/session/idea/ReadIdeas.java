package fi.rinnalla.session.idea;

import static fi.rinnalla.service.asking.UserRole.CLIENT;
import static fi.rinnalla.service.asking.UserRole.COORDINATOR;
import static fi.rinnalla.service.asking.UserRole.MANAGER;
import static fi.rinnalla.service.asking.UserRole.PEER_EXPERT;
import static fi.rinnalla.service.asking.UserRole.PROFESSIONAL;

import com.fasterxml.jackson.annotation.JsonInclude;
import fi.rinnalla.event.idea.Area;
import fi.rinnalla.event.idea.IdeaForm;
import fi.rinnalla.event.idea.Origin;
import fi.rinnalla.service.answering.Answer;
import fi.rinnalla.service.answering.NotFound;
import fi.rinnalla.service.answering.Page;
import fi.rinnalla.service.answering.Paging;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.Caller;
import fi.rinnalla.service.time.Helsinki;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Clients and peer experts read what they proposed and what came of it; workers read the organisation's ideas; who proposed
 * them the coordinator alone, who must see that everybody is told. Late answers come first.
 */
@RestController
class ReadIdeas {

    private final Ideas ideas;
    private final Clock clock;

    ReadIdeas(Ideas ideas, Clock clock) {
        this.ideas = ideas;
        this.clock = clock;
    }

    /**
     * @param late      the day of the answer went by without one
     * @param checksDue which checks after the project's end are due: 6, 12 months
     * @param proposers by login where known, for the coordinator alone
     * @param allTold   whether every proposer knows the answer
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record IdeaShown(
            UUID id,
            long version,
            String unit,
            String words,
            Idea.State state,
            Origin origin,
            IdeaForm form,
            Area area,
            Proposed.Birth birth,
            Proposed.@Nullable Group group,
            Proposed.@Nullable Inquiry inquiry,
            @Nullable String findings,
            @Nullable Mandate mandate,
            boolean late,
            @Nullable Decision decision,
            @Nullable LocalDate pilotStartedOn,
            @Nullable Rooting rooting,
            List<Integer> checksDue,
            @Nullable String learned,
            List<UUID> madeOf,
            @Nullable UUID goesOnIn,
            boolean yours,
            boolean allTold,
            @Nullable List<String> proposers) {}

    /** @param state only ideas in that state, {@code in-discussion} for example */
    @GetMapping("/api/v1/ideas")
    @AllowedTo({CLIENT, PEER_EXPERT, PROFESSIONAL, COORDINATOR, MANAGER})
    Page<IdeaShown> list(@RequestParam(required = false) @Nullable String state, Caller caller, Paging paging) {
        // Whether it is late and the id together are the key of a place in the list.
        var after = paging.after().map(key -> key.split(" ")).orElse(new String[] {"false", new UUID(0, 0).toString()});
        var found = ideas.where(
                """
                (? OR document @> jsonb_build_object('proposers', jsonb_build_array(jsonb_build_object('login', ?::text))))
                AND state = coalesce(?, state) AND (NOT late, id) > (?::boolean, ?::uuid) ORDER BY NOT late, id LIMIT ?
                """, Ideas.seesAll(caller), caller.login(), state, after[0], after[1], paging.limitAndOne());
        return Page.of(
                found.stream().map(idea -> shown(idea, caller)).toList(),
                paging,
                idea -> !idea.late() + " " + idea.id());
    }

    @GetMapping("/api/v1/ideas/{idea}")
    @AllowedTo({CLIENT, PEER_EXPERT, PROFESSIONAL, COORDINATOR, MANAGER})
    ResponseEntity<IdeaShown> one(@PathVariable("idea") UUID id, Caller caller) {
        if (!ideas.isThereFor(id, caller)) {
            throw new NotFound();
        }
        var idea = ideas.get(id);
        return Answer.shown(idea, shown(idea, caller));
    }

    private IdeaShown shown(Idea idea, Caller caller) {
        var what = idea.what();
        return new IdeaShown(
                idea.id(),
                idea.version(),
                what.unit(),
                what.words(),
                idea.state(),
                what.origin(),
                what.form(),
                what.area(),
                what.birth(),
                what.group(),
                what.inquiry(),
                idea.findings(),
                idea.mandate().orElse(null),
                idea.isLate(),
                idea.decision().orElse(null),
                idea.pilotStartedOn(),
                idea.rooting().orElse(null),
                idea.checksDue(Helsinki.today(clock)),
                idea.learned(),
                idea.madeOf(),
                idea.goesOnIn(),
                idea.wasProposedBy(caller.login()),
                idea.areAllTold(),
                caller.is(COORDINATOR)
                        ? idea.proposers().stream()
                                .map(one -> Optional.ofNullable(one.login()).orElse("-"))
                                .toList()
                        : null);
    }
}
