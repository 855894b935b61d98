package fi.rinnalla.session.workshop;

import fi.rinnalla.service.answering.NotFound;
import fi.rinnalla.service.pages.Language;
import fi.rinnalla.service.pages.Pages;
import fi.rinnalla.service.rows.BySecret;
import fi.rinnalla.session.meeting.Meeting;
import fi.rinnalla.session.meeting.Meetings;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A published memo, for everybody: a page to read and print, and Markdown. */
@RestController
class MemoPage {

    private final Meetings meetings;
    private final Workshops workshops;
    private final BySecret bySecret;
    private final Pages pages = new Pages("/memo", "memo", "gone");

    MemoPage(Meetings meetings, Workshops workshops, BySecret bySecret) {
        this.meetings = meetings;
        this.workshops = workshops;
        this.bySecret = bySecret;
    }

    @GetMapping("/memos/{code}")
    ResponseEntity<String> page(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String lang,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String preferred) {
        var language = Language.of(lang, preferred);
        return read(
                        code,
                        (meeting, workshop) ->
                                pages.page(HttpStatus.OK, "memo", language, Memo.of(meeting, workshop, language)))
                .orElseGet(() -> pages.page(HttpStatus.NOT_FOUND, "gone", language, Map.of()));
    }

    @GetMapping(path = "/memos/{code}.md")
    ResponseEntity<String> markdown(
            @PathVariable String code,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String preferred) {
        var language = Language.of(null, preferred);
        return read(
                        code,
                        (meeting, workshop) -> ResponseEntity.ok()
                                .contentType(new MediaType("text", "markdown", StandardCharsets.UTF_8))
                                .body(Memo.markdown(meeting, workshop, language)))
                .orElseThrow(NotFound::new);
    }

    private <T> Optional<T> read(String code, java.util.function.BiFunction<Meeting, Workshop, T> how) {
        return bySecret.open(
                "memo_organisation",
                code,
                () -> workshops.withMemo(code).map(workshop -> how.apply(meetings.get(workshop.meeting()), workshop)));
    }
}
