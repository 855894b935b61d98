package fi.rinnalla.feedback.answer;

import fi.rinnalla.event.meeting.Channel;
import fi.rinnalla.event.meeting.MeetingKind;
import fi.rinnalla.feedback.FeedbackSettings;
import fi.rinnalla.feedback.Period;
import fi.rinnalla.feedback.ask.AskGroup;
import fi.rinnalla.feedback.ask.Forms;
import fi.rinnalla.feedback.ask.QrPicture;
import fi.rinnalla.feedback.question.Question;
import fi.rinnalla.feedback.question.QuestionSets;
import fi.rinnalla.service.pages.Language;
import fi.rinnalla.service.pages.Pages;
import fi.rinnalla.service.pages.Secrets;
import fi.rinnalla.service.time.Helsinki;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * A unit's door: the link of a poster, or of a tablet in the lobby, which forgets between givers ({@link Tablets}).
 * What is answered there is of this week; of which meeting is not asked.
 */
@RestController
class DoorPage {

    private static final String TABLET = "tablet";

    private final Doors doors;
    private final Forms forms;
    private final QuestionSets sets;
    private final Answers answers;
    private final ReturnCodes codes;
    private final QuestionPage page;
    private final Tablets tablets;
    private final FeedbackSettings settings;
    private final Clock clock;
    private final Pages posters = new Pages("/answer", "poster");

    DoorPage(
            Doors doors,
            Forms forms,
            QuestionSets sets,
            Answers answers,
            ReturnCodes codes,
            QuestionPage page,
            Tablets tablets,
            FeedbackSettings settings,
            Clock clock) {
        this.doors = doors;
        this.forms = forms;
        this.sets = sets;
        this.answers = answers;
        this.codes = codes;
        this.page = page;
        this.tablets = tablets;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/u/{code}")
    ResponseEntity<String> open(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String lang,
            @RequestParam(required = false) @Nullable String tablet,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String preferred) {
        var language = Language.of(lang, preferred);
        return doors.open(code, door -> {
                    var form = page.ask(
                            language, questions(group(door)), key -> null, List.of(), along(Secrets.token(), tablet));
                    return tablet == null ? form : forNextGiver(door, form);
                })
                .orElseGet(() -> page.closed(language));
    }

    @PostMapping("/u/{code}")
    ResponseEntity<String> answer(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String lang,
            @RequestParam(required = false) @Nullable String tablet,
            @RequestParam Map<String, String> fields,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String preferred) {
        var language = Language.of(lang, preferred);
        var form = Forms.wordIn(fields);
        return doors.open(code, door -> {
                    var group = group(door);
                    var questions = questions(group);
                    var given = Given.read(questions, fields::get);
                    return given.faults().isEmpty()
                            ? thanks(
                                    language,
                                    keep(door, group, given, form, tablet != null),
                                    "/u/" + code,
                                    tablet != null)
                            : page.ask(language, questions, fields::get, given.faults(), along(form, tablet));
                })
                .orElseGet(() -> page.closed(language));
    }

    /** What goes along with the form, whose address tells the language alone. */
    private static Map<String, String> along(String form, @Nullable String tablet) {
        return tablet == null ? Map.of(Forms.WORD, form) : Map.of(Forms.WORD, form, TABLET, "1");
    }

    /** A browser may keep the page before this one whole in its memory, for Back: it is told to let go of it. */
    private ResponseEntity<String> forNextGiver(Doors.Door door, ResponseEntity<String> form) {
        tablets.opened(door.code());
        return ResponseEntity.status(form.getStatusCode())
                .headers(form.getHeaders())
                .header("Clear-Site-Data", "\"cache\"")
                .body(form.getBody());
    }

    /**
     * @return the follow-up code; of a form that was sent before the same, unless the answer was taken back or the
     *     next giver may be looking
     */
    private Optional<String> keep(Doors.Door door, AskGroup group, Given given, String form, boolean isTablet) {
        var code = codes.of(door.code(), form);
        boolean first = forms.isFirst("answer", door.unit(), form);
        if (isTablet && !tablets.mayShowCode(door.code(), form, first)) {
            return Optional.empty();
        }
        if (!first) {
            return codes.ifKept(code);
        }
        sets.use(group.questions());
        answers.keep(group, given, Answers.Way.DOOR, forms.isFlood(door.unit()), code);
        return Optional.of(code);
    }

    private ResponseEntity<String> thanks(Language language, Optional<String> code, String door, boolean isTablet) {
        var values = new HashMap<String, Object>();
        code.ifPresent(shown -> values.put("code", shown));
        if (!isTablet) {
            values.put("door", door);
            return page.thanks(language, values);
        }
        values.put("again", door + "?tablet=1&lang=" + language.tag());
        values.put(
                "tabletNote",
                language.texts("/answer")
                        .getProperty("tabletText")
                        .replace("{seconds}", Long.toString(tablets.shown().toSeconds()))
                        .replace("{address}", settings.publicAddress() + "/r"));
        var answer = page.thanks(language, values);
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .header("Refresh", tablets.shown().toSeconds() + ";url=" + door + "?tablet=1")
                .body(answer.getBody());
    }

    /** To print on A4. */
    @GetMapping("/u/{code}/poster")
    ResponseEntity<String> poster(@PathVariable String code, @RequestParam(required = false) @Nullable String lang) {
        var language = Language.of(lang, null);
        var link = settings.publicAddress() + "/u/" + code;
        return doors.open(code, door -> Map.of("qr", QrPicture.of(link), "link", link))
                .map(values -> posters.page(HttpStatus.OK, "poster", language, values))
                .orElseGet(() -> page.closed(language));
    }

    private List<Question> questions(AskGroup group) {
        return sets.questions(group.questions(), group.giver(), null);
    }

    private AskGroup group(Doors.Door door) {
        return new AskGroup(
                door.unit(),
                Period.Week.of(Helsinki.today(clock)),
                MeetingKind.ONE_TO_ONE,
                Channel.FACE_TO_FACE,
                false,
                door.giver(),
                sets.inUse(door.giver(), null));
    }
}
