package fi.rinnalla.session.idea;

import static fi.rinnalla.service.asking.UserRole.COORDINATOR;
import static fi.rinnalla.service.asking.UserRole.MANAGER;
import static java.util.Objects.requireNonNull;

import fi.rinnalla.service.answering.Answer;
import fi.rinnalla.service.answering.BadRequest;
import fi.rinnalla.service.answering.Words;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.rows.Ids;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Ideas that say the same go on as one, and one that says several things goes on as several: no proposer is lost. */
@RestController
class JoinIdeas {

    private final Ideas ideas;
    private final Ids ids;

    JoinIdeas(Ideas ideas, Ids ids) {
        this.ideas = ideas;
        this.ids = ids;
    }

    record Joined(
            @NotNull(message = "required") @Size(min = 1, max = 50, message = "1-to-50")
            List<@NotNull(message = "required") UUID> ideas) {}

    record Divided(
            @NotNull(message = "required") @Size(max = 20, message = "at-most-20")
            List<@Words String> parts) {}

    /** The named ideas go on in the one of the address. */
    @PostMapping("/api/v1/ideas/{idea}/join")
    @AllowedTo({COORDINATOR, MANAGER})
    ResponseEntity<Void> join(@PathVariable("idea") UUID id, @Valid @RequestBody Joined request) {
        // In one order always, so that two who join the same ideas never wait for each other.
        var all = Stream.concat(Stream.of(id), request.ideas().stream())
                .distinct()
                .sorted()
                .collect(Collectors.toMap(
                        Function.identity(), ideas::change, (one, other) -> one, java.util.LinkedHashMap::new));
        var into = requireNonNull(all.get(id));
        request.ideas().stream().distinct().map(all::get).forEach(joined -> {
            if (joined.id().equals(id)) {
                throw BadRequest.field("/ideas", "itself", "An idea can't go on in itself.");
            }
            ideas.save(joined, joined.join(into));
        });
        ideas.save(into);
        return Answer.done(into);
    }

    @PostMapping("/api/v1/ideas/{idea}/divide")
    @AllowedTo({COORDINATOR, MANAGER})
    ResponseEntity<List<UUID>> divide(@PathVariable("idea") UUID id, @Valid @RequestBody Divided request) {
        var idea = ideas.change(id);
        var parts = request.parts().stream().map(part -> ids.get()).toList();
        ideas.save(idea, idea.divide(parts, request.parts(), part -> ideas.add(part, part.proposed())));
        return Answer.shown(idea, parts);
    }
}
