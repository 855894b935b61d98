package fi.rinnalla.feedback.question;

import static fi.rinnalla.service.asking.UserRole.CLIENT;
import static fi.rinnalla.service.asking.UserRole.COORDINATOR;
import static fi.rinnalla.service.asking.UserRole.MANAGER;
import static fi.rinnalla.service.asking.UserRole.PEER_EXPERT;
import static fi.rinnalla.service.asking.UserRole.PROFESSIONAL;

import fi.rinnalla.event.feedback.Giver;
import fi.rinnalla.event.meeting.MeetingKind;
import fi.rinnalla.service.answering.Answer;
import fi.rinnalla.service.answering.IfMatch;
import fi.rinnalla.service.answering.NotFound;
import fi.rinnalla.service.answering.Words;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.Caller;
import fi.rinnalla.service.rows.Ids;
import fi.rinnalla.service.time.Helsinki;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A set goes from draft over comments and approval to a published version. */
@RestController
class DesignQuestions {

    private final QuestionSets sets;
    private final Ids ids;
    private final Clock clock;

    DesignQuestions(QuestionSets sets, Ids ids, Clock clock) {
        this.sets = sets;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param after such meetings only; any if not said */
    record Begun(
            @Words(max = 200) String name,
            @NotNull(message = "required") Giver giver,
            @Nullable MeetingKind after) {}

    record Draft(
            @NotNull(message = "required") @Size(max = 50, message = "at-most-50")
            List<@NotNull(message = "required") @Valid Question> questions) {}

    record Said(@Words String words, @Nullable @Valid Question proposal) {}

    /** @param creditedAs as one wishes to be thanked in what is published; nothing if not said */
    record Approved(
            @Words(max = 100, optional = true) @Nullable String creditedAs) {}

    /** A comment without the login of whoever made it. */
    record CommentShown(UUID id, String words, @Nullable Question proposal) {}

    record SetShown(
            UUID id,
            String name,
            Giver giver,
            @Nullable MeetingKind after,
            List<Question> draft,
            List<CommentShown> comments,
            int approvals,
            List<QuestionSet.Version> versions) {}

    @PostMapping("/api/v1/question-sets")
    @AllowedTo(COORDINATOR)
    ResponseEntity<Void> begin(@Valid @RequestBody Begun begun) {
        var set = new QuestionSet(
                ids.get(),
                begun.name(),
                begun.giver(),
                begun.after(),
                DefaultQuestions.of(begun.giver(), begun.after()));
        sets.add(set);
        return Answer.created("/api/v1/question-sets", set);
    }

    @GetMapping("/api/v1/question-sets")
    @AllowedTo({COORDINATOR, MANAGER, PROFESSIONAL, CLIENT, PEER_EXPERT})
    List<SetShown> list() {
        return sets.where("true ORDER BY id").stream()
                .map(DesignQuestions::shown)
                .toList();
    }

    @GetMapping("/api/v1/question-sets/{set}")
    @AllowedTo({COORDINATOR, MANAGER, PROFESSIONAL, CLIENT, PEER_EXPERT})
    ResponseEntity<SetShown> one(@PathVariable("set") UUID id) {
        var set = sets.get(id);
        return Answer.shown(set, shown(set));
    }

    @PostMapping("/api/v1/question-sets/{set}/draft")
    @AllowedTo(COORDINATOR)
    ResponseEntity<Void> draft(@PathVariable("set") UUID id, @Valid @RequestBody Draft draft, IfMatch ifMatch) {
        var set = sets.change(id);
        ifMatch.check(set.version(), draft);
        set.draft(draft.questions());
        return saved(set);
    }

    @PostMapping("/api/v1/question-sets/{set}/comments")
    @AllowedTo({COORDINATOR, PROFESSIONAL, CLIENT, PEER_EXPERT})
    ResponseEntity<Void> comment(@PathVariable("set") UUID id, @Valid @RequestBody Said said, Caller caller) {
        var set = sets.change(id);
        set.comment(new QuestionSet.Comment(ids.get(), caller.login(), said.words(), said.proposal()));
        return saved(set);
    }

    /** By one of those who answer: a client reviews what clients are asked, a professional what professionals are. */
    @PostMapping("/api/v1/question-sets/{set}/approve")
    @AllowedTo({PROFESSIONAL, CLIENT, PEER_EXPERT})
    ResponseEntity<Void> approve(@PathVariable("set") UUID id, @Valid @RequestBody Approved approved, Caller caller) {
        var set = sets.change(id);
        if (!caller.is(
                switch (set.giver()) {
                    case CLIENT, RELATIVE -> CLIENT;
                    case PEER_EXPERT -> PEER_EXPERT;
                    case PROFESSIONAL -> PROFESSIONAL;
                })) {
            throw new NotFound();
        }
        set.approve(new QuestionSet.Approval(caller.login(), approved.creditedAs()));
        return saved(set);
    }

    @PostMapping("/api/v1/question-sets/{set}/publish")
    @AllowedTo(COORDINATOR)
    ResponseEntity<Void> publish(@PathVariable("set") UUID id) {
        var set = sets.change(id);
        set.publish(Helsinki.today(clock));
        return saved(set);
    }

    @PostMapping("/api/v1/question-sets/{set}/take-back")
    @AllowedTo(COORDINATOR)
    ResponseEntity<Void> takeBack(@PathVariable("set") UUID id) {
        var set = sets.change(id);
        set.takeBack();
        return saved(set);
    }

    private ResponseEntity<Void> saved(QuestionSet set) {
        sets.save(set);
        return Answer.done(set);
    }

    private static SetShown shown(QuestionSet set) {
        return new SetShown(
                set.id(),
                set.name(),
                set.giver(),
                set.after(),
                set.draft(),
                set.comments().stream()
                        .map(one -> new CommentShown(one.id(), one.words(), one.proposal()))
                        .toList(),
                set.approvals().size(),
                set.versions());
    }
}
