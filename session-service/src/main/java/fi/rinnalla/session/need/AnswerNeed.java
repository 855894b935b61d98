package fi.rinnalla.session.need;

import static fi.rinnalla.service.asking.UserRole.MANAGER;

import fi.rinnalla.service.answering.Answer;
import fi.rinnalla.service.answering.Words;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.time.Helsinki;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A manager answers an unmet need; client and worker read the answer. */
@RestController
class AnswerNeed {

    private final Needs needs;
    private final Clock clock;

    AnswerNeed(Needs needs, Clock clock) {
        this.needs = needs;
        this.clock = clock;
    }

    record Request(@Words String answer, @Nullable LocalDate on) {}

    @PostMapping("/api/v1/unmet-needs/{need}/answer")
    @AllowedTo(MANAGER)
    ResponseEntity<Void> answer(@PathVariable("need") UUID id, @Valid @RequestBody Request request) {
        var need = needs.change(id);
        needs.save(need, need.answer(request.answer(), Helsinki.told("/on", request.on(), clock)));
        return Answer.done(need);
    }
}
