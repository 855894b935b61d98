package fi.rinnalla.session.idea;

import fi.rinnalla.service.pages.Language;
import fi.rinnalla.service.pages.Pages;
import fi.rinnalla.service.pages.Secrets;
import fi.rinnalla.service.rows.BySecret;
import fi.rinnalla.service.time.Helsinki;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who proposed an idea without a name reads the answer with the return code. The code is never in an address. */
@RestController
class AnswerByCode {

    private final Ideas ideas;
    private final BySecret bySecret;
    private final Clock clock;
    private final Pages pages = new Pages("/idea", "answer");

    AnswerByCode(Ideas ideas, BySecret bySecret, Clock clock) {
        this.ideas = ideas;
        this.bySecret = bySecret;
        this.clock = clock;
    }

    @GetMapping("/i")
    ResponseEntity<String> ask(
            @RequestParam(required = false) @Nullable String lang,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String preferred) {
        return pages.page(HttpStatus.OK, "answer", Language.of(lang, preferred), Map.of());
    }

    @PostMapping("/i")
    ResponseEntity<String> read(
            @RequestParam(required = false) @Nullable String lang,
            @RequestParam(defaultValue = "") String code,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String preferred) {
        var language = Language.of(lang, preferred);
        return find(Secrets.hashOfCode(code))
                .map(idea -> pages.page(HttpStatus.OK, "answer", language, shown(idea, language)))
                .orElseGet(() -> pages.page(HttpStatus.NOT_FOUND, "answer", language, Map.of("unknown", true)));
    }

    private static Map<String, Object> shown(Idea idea, Language language) {
        var values = new HashMap<String, Object>();
        values.put("found", true);
        values.put("words", idea.what().words());
        idea.decision()
                .ifPresentOrElse(
                        decision -> {
                            values.put("decided", true);
                            values.put(
                                    "outcome",
                                    language.texts("/idea")
                                            .getProperty(
                                                    decision.outcome().name().toLowerCase(Locale.ROOT)));
                            values.put("answer", decision.answer());
                        },
                        () -> values.put("waiting", true));
        return values;
    }

    private Optional<Idea> find(String hash) {
        return bySecret.open(
                "idea_organisation", hash, () -> ideas.withCode(hash).map(idea -> told(idea, hash)));
    }

    /** Who reads the answer has been told it. */
    private Idea told(Idea read, String hash) {
        if (read.decision().isPresent()) {
            var idea = ideas.change(read.id());
            var said = idea.tell(new Proposer(null, hash, null), Helsinki.today(clock));
            ideas.save(idea, said.stream().toArray(fi.rinnalla.event.Event[]::new));
        }
        return read;
    }
}
