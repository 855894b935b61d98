package fi.rinnalla.feedback.answer;

import fi.rinnalla.feedback.theme.Themes;
import fi.rinnalla.service.pages.Language;
import fi.rinnalla.service.pages.Pages;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The unit's public page behind its door: "you said, we did" (P17). */
@RestController
class SaidPage {

    private final Doors doors;
    private final Themes themes;
    private final QuestionPage page;
    private final Pages pages = new Pages("/answer", "said");

    SaidPage(Doors doors, Themes themes, QuestionPage page) {
        this.doors = doors;
        this.themes = themes;
        this.page = page;
    }

    @GetMapping("/u/{code}/said")
    ResponseEntity<String> read(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String lang,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String preferred) {
        var language = Language.of(lang, preferred);
        return doors.open(code, door -> {
                    var answered = themes.answeredIn(door.unit());
                    var values = new HashMap<String, Object>();
                    values.put("answered", answered);
                    values.put("nothing", answered.isEmpty());
                    values.put("door", "/u/" + code);
                    return pages.page(HttpStatus.OK, "said", language, values);
                })
                .orElseGet(() -> page.closed(language));
    }
}
