package fi.rinnalla.feedback.question;

import fi.rinnalla.event.feedback.Giver;
import fi.rinnalla.event.meeting.MeetingKind;
import fi.rinnalla.service.pages.Language;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is asked until an organisation has designed its own: after the questions of the practices (P2, P3, P17, P26, P27, P59, P62). */
public final class DefaultQuestions {

    public static final String HEARD = "heard";
    public static final String TIME = "time";
    private static final String FOLDER = "/question";

    /** After these it can be asked whether it had an effect: something is agreed on, or developed, by many (P17). */
    private static final Set<MeetingKind> TOGETHER = EnumSet.of(
            MeetingKind.NETWORK, MeetingKind.CO_DEVELOPMENT, MeetingKind.CIRCULATING, MeetingKind.DISCUSSION_CAFE);

    private DefaultQuestions() {}

    public static List<Question> of(Giver giver, @Nullable MeetingKind after) {
        return switch (giver) {
            case CLIENT -> {
                var questions = new ArrayList<>(agreement(HEARD, TIME, "adult"));
                if (after == MeetingKind.NETWORK) {
                    questions.add(1, agreement("view-heard").getFirst());
                }
                if (TOGETHER.contains(after)) {
                    questions.addAll(agreement("effect"));
                }
                yield withWords(questions, "words");
            }
            case RELATIVE -> withWords(agreement("relative-heard", "relative-informed"), "words");
            case PEER_EXPERT -> withWords(agreement("meaningful", "too-heavy", "equal"), "pulse-words");
            case PROFESSIONAL -> withWords(agreement("meaningful", "worker-time", "worker-support"), "pulse-words");
        };
    }

    /** After whatever kind of meeting. */
    static Stream<Question> all(Giver giver) {
        return Stream.concat(Stream.of((MeetingKind) null), Arrays.stream(MeetingKind.values()))
                .flatMap(kind -> of(giver, kind).stream());
    }

    private static List<Question> withWords(List<Question> scored, String words) {
        var questions = new ArrayList<>(scored);
        questions.add(question(words, Question.Scale.WORDS));
        return questions;
    }

    private static List<Question> agreement(String... keys) {
        return Arrays.stream(keys)
                .map(key -> question(key, Question.Scale.AGREEMENT))
                .toList();
    }

    private static Question question(String key, Question.Scale scale) {
        return new Question(key, Question.Slot.OWN, scale, texts(key), null, null, null);
    }

    private static Texts texts(String key) {
        return new Texts(text(Language.FI, key), text(Language.SV, key), text(Language.EN, key));
    }

    private static String text(Language language, String key) {
        Properties texts = language.texts(FOLDER);
        return Objects.requireNonNull(texts.getProperty(key), key);
    }
}
