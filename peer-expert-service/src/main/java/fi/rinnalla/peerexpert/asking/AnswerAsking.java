package fi.rinnalla.peerexpert.asking;

import static fi.rinnalla.service.asking.UserRole.CLIENT;

import fi.rinnalla.peerexpert.pool.JoinPool;
import fi.rinnalla.peerexpert.pool.Level;
import fi.rinnalla.service.answering.Answer;
import fi.rinnalla.service.answering.NotFound;
import fi.rinnalla.service.answering.Words;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.Caller;
import fi.rinnalla.service.time.Helsinki;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The client answers with one tap: yes, not now, or never ask. */
@RestController
class AnswerAsking {

    private final Askings askings;
    private final JoinPool pool;
    private final Clock clock;

    AnswerAsking(Askings askings, JoinPool pool, Clock clock) {
        this.askings = askings;
        this.pool = pool;
        this.clock = clock;
    }

    /** @param name as they want to be called in the pool; with a yes */
    record Given(
            @NotNull(message = "required") Asking.Reply answer,
            @Words(max = 100, optional = true) @Nullable String name,
            @Nullable LocalDate answeredOn) {}

    record AskingShown(UUID id, LocalDate askedOn, Asking.@Nullable Reply answer) {}

    @GetMapping("/api/v1/askings")
    @AllowedTo(CLIENT)
    List<AskingShown> own(Caller caller) {
        return askings.to(caller.login()).stream()
                .map(asking -> new AskingShown(asking.id(), asking.askedOn(), asking.answer()))
                .toList();
    }

    @PostMapping("/api/v1/askings/{asking}/answer")
    @AllowedTo(CLIENT)
    ResponseEntity<Void> answer(@PathVariable("asking") UUID id, @Valid @RequestBody Given given, Caller caller) {
        var asking = askings.change(id);
        if (!asking.client().equals(caller.login())) {
            throw new NotFound();
        }
        var on = Helsinki.told("/answeredOn", given.answeredOn(), clock);
        askings.save(asking, asking.answer(given.answer(), on));
        if (given.answer() == Asking.Reply.YES) {
            pool.join(
                    caller.login(),
                    Optional.ofNullable(given.name()).orElse(caller.login()),
                    Level.DEVELOPER_CLIENT,
                    on);
        }
        return Answer.done(asking);
    }
}
