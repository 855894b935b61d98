package fi.rinnalla.feedback.question;

import fi.rinnalla.event.feedback.Giver;
import fi.rinnalla.event.meeting.MeetingKind;
import fi.rinnalla.service.answering.BadRequest;
import fi.rinnalla.service.answering.Refused;
import fi.rinnalla.service.keeping.Whole;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Questions for one kind of giver, designed together (P16): a draft that reviewers comment on, approved by at least one of those
 * who answer, then published. A version that was used stays as it is for ever.
 */
public class QuestionSet extends Whole {

    private static final int MOST_QUESTIONS = 12;

    /** @param proposal how it could be asked instead */
    record Comment(
            UUID id, String by, String words, @Nullable Question proposal) {}

    /** @param creditedAs the name under which a designer wishes to be thanked; absent where they do not */
    record Approval(String by, @Nullable String creditedAs) {}

    /** @param used whether somebody has been asked with it */
    record Version(int number, List<Question> questions, List<String> credits, LocalDate publishedOn, boolean used) {}

    private String name;
    private Giver giver;
    private @Nullable MeetingKind after;
    private List<Question> draft = new ArrayList<>();
    private List<Comment> comments = new ArrayList<>();
    private List<Approval> approvals = new ArrayList<>();
    private List<Version> versions = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // reading it back fills the fields
    private QuestionSet() {}

    QuestionSet(UUID id, String name, Giver giver, @Nullable MeetingKind after, List<Question> draft) {
        super(id);
        this.name = name;
        this.giver = giver;
        this.after = after;
        this.draft = new ArrayList<>(draft);
    }

    /** A changed draft is looked at anew. */
    void draft(List<Question> questions) {
        check(questions);
        draft = new ArrayList<>(questions);
        approvals = new ArrayList<>();
    }

    private void check(List<Question> questions) {
        if (questions.isEmpty() || questions.size() > MOST_QUESTIONS) {
            throw BadRequest.field(
                    "/questions",
                    "1-to-" + MOST_QUESTIONS,
                    "A set has from 1 to " + MOST_QUESTIONS + " questions: answering takes less than a minute.");
        }
        if (questions.getFirst().scale() != Question.Scale.AGREEMENT) {
            throw BadRequest.field(
                    "/questions/0", "one-tap", "The first question is answered with one tap: by agreement.");
        }
        if (giver == Giver.CLIENT && !questions.getFirst().key().equals(DefaultQuestions.HEARD)) {
            throw BadRequest.field(
                    "/questions/0",
                    "heard-first",
                    "A client is first asked whether they were heard, under the key heard.");
        }
        if (questions.stream().map(Question::key).distinct().count() < questions.size()) {
            throw BadRequest.field("/questions", "keys-differ", "Each question has a key of its own.");
        }
        if (questions.stream().filter(question -> !question.isScored()).count() > 1) {
            throw BadRequest.field("/questions", "words-once", "Words are asked for once.");
        }
        var asked = new HashMap<String, Question>();
        versions.forEach(version -> version.questions().forEach(question -> asked.put(question.key(), question)));
        for (var question : questions) {
            var before = asked.get(question.key());
            if (before != null && !before.asks(question)) {
                throw new Refused(
                        "same-key-other-words",
                        "The key " + question.key()
                                + " was asked in other words. Give the new wording a key of its own; a locked one stays word for word.");
            }
        }
    }

    void comment(Comment comment) {
        comments.add(comment);
    }

    void approve(Approval approval) {
        requireDraft();
        approvals.removeIf(one -> one.by().equals(approval.by()));
        approvals.add(approval);
    }

    void publish(LocalDate on) {
        requireDraft();
        if (approvals.isEmpty()) {
            throw new Refused(
                    "nobody-approved", "At least one of those who answer looks at the draft and approves it first.");
        }
        check(draft);
        versions.add(new Version(
                versions.size() + 1,
                List.copyOf(draft),
                approvals.stream()
                        .map(Approval::creditedAs)
                        .flatMap(credit -> Optional.ofNullable(credit).stream())
                        .toList(),
                on,
                false));
        draft = new ArrayList<>();
        approvals = new ArrayList<>();
        comments = new ArrayList<>();
    }

    /** As long as nobody was asked with it. */
    void takeBack() {
        var last = published().orElseThrow(() -> new Refused("wrong-state", "Nothing was published yet."));
        if (last.used()) {
            throw new Refused(
                    "version-used", "Somebody has been asked with this version: it stays. Publish a new one instead.");
        }
        versions.removeLast();
        if (draft.isEmpty()) {
            draft = new ArrayList<>(last.questions());
        }
    }

    /** @return whether it was not known before */
    boolean use(int number) {
        var version = versions.get(number - 1);
        versions.set(
                number - 1,
                new Version(version.number(), version.questions(), version.credits(), version.publishedOn(), true));
        return !version.used();
    }

    private void requireDraft() {
        if (draft.isEmpty()) {
            throw new Refused("no-draft", "There is no draft: write one first.");
        }
    }

    Optional<Version> published() {
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.getLast());
    }

    List<Question> questions(int number) {
        return versions.get(number - 1).questions();
    }

    /** Whether it is asked after such a meeting, before a set that is asked after any. */
    boolean isMeantFor(Giver wanted, @Nullable MeetingKind kind) {
        return giver == wanted && (after == null || after == kind);
    }

    String name() {
        return name;
    }

    Giver giver() {
        return giver;
    }

    @Nullable
    MeetingKind after() {
        return after;
    }

    List<Question> draft() {
        return draft;
    }

    List<Comment> comments() {
        return comments;
    }

    List<Approval> approvals() {
        return approvals;
    }

    List<Version> versions() {
        return versions;
    }
}
