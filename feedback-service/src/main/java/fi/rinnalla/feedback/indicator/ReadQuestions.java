package fi.rinnalla.feedback.indicator;

import static java.util.Objects.requireNonNull;

import fi.rinnalla.event.feedback.Giver;
import fi.rinnalla.feedback.PeriodsAsked;
import fi.rinnalla.feedback.figure.Counted;
import fi.rinnalla.feedback.figure.Measure;
import fi.rinnalla.feedback.figure.Rate;
import fi.rinnalla.feedback.heard.HeardView;
import fi.rinnalla.feedback.question.Question;
import fi.rinnalla.feedback.question.QuestionSets;
import fi.rinnalla.service.answering.OneOf;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.UserRole;
import fi.rinnalla.service.pages.Language;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was answered to each question of the organisation's own sets, and of those that the product brings. */
@RestController
class ReadQuestions {

    /** Of ten, as those count who would recommend it gladly (Reichheld 2003). */
    private static final int RECOMMENDS_FROM = 9;

    private final QuestionSets sets;
    private final Figures figures;
    private final Counted counted;
    private final Clock clock;

    ReadQuestions(QuestionSets sets, Figures figures, Counted counted, Clock clock) {
        this.sets = sets;
        this.figures = figures;
        this.counted = counted;
        this.clock = clock;
    }

    /** @param unit absent for the whole organisation */
    record Shown(@Nullable String unit, int year, String by, String giver, String wording, List<Answered> questions) {}

    /**
     * @param words   as it is or was asked
     * @param counted what the share is of: {@code 4-or-5-of-5} or {@code 9-or-10-of-10}
     */
    record Answered(String question, String words, String counted, List<Row> periods) {}

    record Row(String period, boolean over, Rate rate) {}

    private record About(Giver giver, Set<String> questions, PeriodsAsked asked) {}

    @GetMapping("/api/v1/views/questions")
    @AllowedTo({UserRole.COORDINATOR, UserRole.PROFESSIONAL, UserRole.MANAGER, UserRole.ANALYST})
    Shown questions(
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(defaultValue = "month") String by,
            @RequestParam(name = "giver", defaultValue = "client") String kind,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String preferred) {
        var giver = OneOf.named("giver", kind, Giver.class);
        var asked = PeriodsAsked.of(year, by, clock);
        var language = Language.of(null, preferred);
        var questions = sets.askedOf(giver);
        var about = new About(giver, questions.stream().map(Question::key).collect(Collectors.toSet()), asked);
        var rows = counted.of(List.of(HeardView.NAME), unit, about, () -> rows(questions, giver, unit, asked));
        return new Shown(
                unit,
                asked.year(),
                by,
                kind,
                Catalogue.wording(language),
                questions.stream()
                        .map(question -> new Answered(
                                question.key(),
                                question.words().in(language),
                                isRecommendation(question) ? "9-or-10-of-10" : "4-or-5-of-5",
                                requireNonNull(rows.get(question.key()))))
                        .toList());
    }

    private Map<String, List<Row>> rows(
            List<Question> questions, Giver giver, @Nullable String unit, PeriodsAsked asked) {
        return questions.stream()
                .collect(Collectors.toMap(
                        Question::key,
                        question -> figures
                                .answered(new Indicator.Asks(giver, question.key()), measure(question), unit, asked)
                                .entrySet()
                                .stream()
                                .map(figure -> new Row(
                                        figure.getKey().toString(), asked.isOver(figure.getKey()), figure.getValue()))
                                .toList()));
    }

    private static Measure measure(Question question) {
        return Measure.agreement(isRecommendation(question) ? RECOMMENDS_FROM : Indicator.AGREES_FROM);
    }

    private static boolean isRecommendation(Question question) {
        return question.scale() == Question.Scale.RECOMMENDATION;
    }
}
