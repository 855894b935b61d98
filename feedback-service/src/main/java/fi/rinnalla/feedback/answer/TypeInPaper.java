package fi.rinnalla.feedback.answer;

import fi.rinnalla.event.feedback.Giver;
import fi.rinnalla.event.meeting.MeetingKind;
import fi.rinnalla.feedback.ask.Asked;
import fi.rinnalla.feedback.ask.Forms;
import fi.rinnalla.feedback.question.Question;
import fi.rinnalla.feedback.question.QuestionSets;
import fi.rinnalla.service.answering.BadRequest;
import fi.rinnalla.service.answering.OneOf;
import fi.rinnalla.service.answering.Words;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.UserRole;
import fi.rinnalla.service.pages.Secrets;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Somebody answered on paper, and staff types it in. It is marked so, because whoever types has read it. */
@RestController
class TypeInPaper {

    private final Forms forms;
    private final QuestionSets sets;
    private final Answers answers;
    private final Clock clock;

    TypeInPaper(Forms forms, QuestionSets sets, Answers answers, Clock clock) {
        this.forms = forms;
        this.sets = sets;
        this.answers = answers;
        this.clock = clock;
    }

    /** @param scores by the keys of the questions */
    record Request(
            @NotNull(message = "required") @Valid Asked about,
            @NotNull(message = "required") Map<String, Integer> scores,
            @Words(max = 1_000, optional = true) @Nullable String words,
            boolean mayBecomeIdea) {}

    /** What is on the paper: the questions that such givers are asked after such a meeting. */
    @GetMapping("/api/v1/answers/questions")
    @AllowedTo({UserRole.COORDINATOR, UserRole.PROFESSIONAL})
    List<Question> questions(
            @RequestParam(name = "giver", defaultValue = "client") String asked,
            @RequestParam(name = "kind", defaultValue = "one-to-one") String after) {
        var giver = OneOf.named("giver", asked, Giver.class);
        var kind = OneOf.named("kind", after, MeetingKind.class);
        return sets.questions(sets.inUse(giver, kind), giver, kind);
    }

    @PostMapping("/api/v1/answers")
    @AllowedTo({UserRole.COORDINATOR, UserRole.PROFESSIONAL})
    ResponseEntity<Void> type(
            @Valid @RequestBody Request request,
            @RequestHeader(name = Forms.KEY, required = false) @Nullable String sentAs) {
        var group = request.about().group(sets, clock);
        var questions = sets.questions(group.questions(), group.giver(), group.kind());
        var fields = new HashMap<String, String>();
        request.scores().forEach((key, score) -> fields.put(key, String.valueOf(score)));
        var given = Given.read(
                questions,
                key -> questions.stream().anyMatch(one -> one.key().equals(key) && !one.isScored())
                        ? request.words()
                        : key.equals("idea") ? (request.mayBecomeIdea() ? "yes" : null) : fields.get(key));
        if (!given.faults().isEmpty()
                || given.scores().size() < request.scores().size()) {
            throw BadRequest.field(
                    "/scores",
                    "of-the-questions",
                    "Give the first question's score, and scores for the questions that were asked: "
                            + String.join(
                                    ", ",
                                    questions.stream()
                                            .map(one -> one.key() + " "
                                                    + one.scale().name().toLowerCase(Locale.ROOT))
                                            .toList())
                            + ".");
        }
        if (forms.isFirst("paper", group.unit(), sentAs)) {
            // Nobody is there to be given the code.
            answers.keep(group, given, Answers.Way.PAPER, false, Secrets.code());
        }
        return ResponseEntity.noContent().build();
    }
}
