package fi.rinnalla.feedback.question;

import fi.rinnalla.event.feedback.Giver;
import fi.rinnalla.event.meeting.MeetingKind;
import fi.rinnalla.service.keeping.Documents;
import fi.rinnalla.service.keeping.Keeping;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Sets of questions, and which of them is asked. */
@Repository
public class QuestionSets extends Documents<QuestionSet> {

    QuestionSets(Keeping keeping) {
        super("question_set", QuestionSet.class, keeping);
    }

    /** A version of a set; or the questions that the product brings, where the set is absent. */
    public record Chosen(@Nullable UUID set, int version) {
        public static final Chosen DEFAULT = new Chosen(null, 0);
    }

    /** The one for such a meeting before the one for any; of several the latest. */
    public Chosen inUse(Giver giver, @Nullable MeetingKind kind) {
        return where("true ORDER BY id DESC").stream()
                .filter(set -> set.isMeantFor(giver, kind) && set.published().isPresent())
                .max(Comparator.comparing((QuestionSet set) -> set.after() != null)
                        .thenComparing(QuestionSet::id))
                .map(set -> new Chosen(set.id(), set.published().orElseThrow().number()))
                .orElse(Chosen.DEFAULT);
    }

    /** From now on the version stays as it is. */
    public void use(Chosen chosen) {
        Optional.ofNullable(chosen.set())
                .map(this::change)
                .filter(set -> set.use(chosen.version()))
                .ifPresent(this::save);
    }

    /** Every question with a scale that such givers are or were asked, in the words of the latest version that asks it. */
    public List<Question> askedOf(Giver giver) {
        var asked = new LinkedHashMap<String, Question>();
        where("true ORDER BY id DESC").stream()
                .filter(set -> set.giver() == giver)
                .flatMap(set -> set.versions().reversed().stream())
                .forEach(version ->
                        version.questions().forEach(question -> asked.putIfAbsent(question.key(), question)));
        DefaultQuestions.all(giver).forEach(question -> asked.putIfAbsent(question.key(), question));
        return asked.values().stream().filter(Question::isScored).toList();
    }

    public List<Question> questions(Chosen chosen, Giver giver, @Nullable MeetingKind kind) {
        return Optional.ofNullable(chosen.set())
                .map(set -> get(set).questions(chosen.version()))
                .orElseGet(() -> DefaultQuestions.of(giver, kind));
    }
}
