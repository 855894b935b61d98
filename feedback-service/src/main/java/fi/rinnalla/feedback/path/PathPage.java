package fi.rinnalla.feedback.path;

import fi.rinnalla.feedback.answer.Doors;
import fi.rinnalla.feedback.answer.Masking;
import fi.rinnalla.feedback.ask.Forms;
import fi.rinnalla.feedback.path.ServicePath.Step;
import fi.rinnalla.service.pages.Language;
import fi.rinnalla.service.pages.Pages;
import fi.rinnalla.service.pages.Secrets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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
 * Behind a unit's door: where a client draws their service path, alone or with a worker beside. What was drawn is shown once more,
 * and is theirs; only what many told of a service is kept.
 */
@RestController
class PathPage {

    private static final int STEPS_AT_FIRST = 4;

    private final Doors doors;
    private final Forms forms;
    private final ServicePaths paths;
    private final Pages pages = new Pages("/path", "draw", "drawn", "closed");

    PathPage(Doors doors, Forms forms, ServicePaths paths) {
        this.doors = doors;
        this.forms = forms;
        this.paths = paths;
    }

    /** A step as it was filled in. */
    private record Row(int number, String service, String topic, boolean works, boolean fails) {

        static Row of(int number, Map<String, String> fields) {
            var works = fields.get("works" + number);
            return new Row(
                    number,
                    fields.getOrDefault("service" + number, "").strip(),
                    fields.getOrDefault("topic" + number, "").strip(),
                    "yes".equals(works),
                    "no".equals(works));
        }

        /** What was marked without a service is not left out: it would be lost. */
        boolean isLeftOut() {
            return service.isEmpty() && topic.isEmpty() && works == fails;
        }

        /** Whether something in it has to be mended. */
        boolean fault() {
            return !isLeftOut() && !(works != fails && isName(service) && (topic.isEmpty() || isName(topic)));
        }

        private static boolean isName(String text) {
            return ServicePath.isName(text) && !Masking.isNeeded(text);
        }

        Step step() {
            return new Step(service, works, topic.isEmpty() ? null : topic);
        }
    }

    @GetMapping("/u/{code}/path")
    ResponseEntity<String> open(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String lang,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String preferred) {
        var language = Language.of(lang, preferred);
        return doors.open(code, door -> draw(HttpStatus.OK, language, rows(STEPS_AT_FIRST, Map.of()), Secrets.token()))
                .orElseGet(() -> pages.page(HttpStatus.NOT_FOUND, "closed", language, Map.of()));
    }

    /** @param more pressed where the steps were not enough: the same page with what was filled in, and as many again */
    @PostMapping("/u/{code}/path")
    ResponseEntity<String> drawn(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String lang,
            @RequestParam(required = false) @Nullable String more,
            @RequestParam(defaultValue = "0") int steps,
            @RequestParam Map<String, String> fields,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String preferred) {
        var language = Language.of(lang, preferred);
        var form = Forms.wordIn(fields);
        return doors.open(code, door -> {
                    var rows = rows(Math.clamp(steps, 1, ServicePath.MOST_STEPS), fields);
                    var path = rows.stream().filter(row -> !row.isLeftOut()).toList();
                    if (more != null) {
                        int enough = Math.min(rows.size() + STEPS_AT_FIRST, ServicePath.MOST_STEPS);
                        return draw(HttpStatus.OK, language, rows(enough, fields), form);
                    }
                    if (path.isEmpty() || path.stream().anyMatch(Row::fault)) {
                        return draw(HttpStatus.UNPROCESSABLE_CONTENT, language, rows, form);
                    }
                    if (forms.isFirst("path", door.unit(), form)) {
                        paths.keep(
                                door.unit(),
                                new ServicePath(path.stream().map(Row::step).toList()),
                                forms.isFlood(door.unit()));
                    }
                    return pages.page(HttpStatus.OK, "drawn", language, Map.of("path", path, "door", "/u/" + code));
                })
                .orElseGet(() -> pages.page(HttpStatus.NOT_FOUND, "closed", language, Map.of()));
    }

    private static List<Row> rows(int steps, Map<String, String> fields) {
        return IntStream.rangeClosed(1, steps)
                .mapToObj(number -> Row.of(number, fields))
                .toList();
    }

    private ResponseEntity<String> draw(HttpStatus status, Language language, List<Row> rows, String form) {
        var values = new HashMap<String, Object>();
        values.put("rows", rows);
        values.put("steps", rows.size());
        values.put("form", form);
        values.put("wrong", status != HttpStatus.OK);
        values.put("mayHaveMore", rows.size() < ServicePath.MOST_STEPS);
        return pages.page(status, "draw", language, values);
    }
}
