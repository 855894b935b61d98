package fi.rinnalla.peerexpert.notice;

import static fi.rinnalla.service.asking.UserRole.CLIENT;
import static fi.rinnalla.service.asking.UserRole.COORDINATOR;
import static fi.rinnalla.service.asking.UserRole.PEER_EXPERT;
import static fi.rinnalla.service.asking.UserRole.PROFESSIONAL;

import fi.rinnalla.service.answering.NotFound;
import fi.rinnalla.service.answering.Page;
import fi.rinnalla.service.answering.Paging;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.Caller;
import fi.rinnalla.service.pages.Language;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** One's own notices, the newest first; a coordinator also reads those of the coordination. */
@RestController
class ReadNotices {

    private final JdbcClient rows;

    ReadNotices(JdbcClient rows) {
        this.rows = rows;
    }

    private record Row(UUID id, String kind, UUID about, LocalDate day, boolean seen) {}

    /** @param words what the kind says, in the reader's language */
    record NoticeShown(UUID id, String kind, String words, UUID about, LocalDate day, boolean seen) {}

    @GetMapping("/api/v1/notices")
    @AllowedTo({COORDINATOR, PEER_EXPERT, PROFESSIONAL, CLIENT})
    Page<NoticeShown> list(
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String preferred,
            Caller caller,
            Paging paging) {
        var texts = Language.of(null, preferred).texts(Notices.FOLDER);
        var found = rows
                .sql("""
                        SELECT id, kind, about, day::date AS day, seen FROM notice
                        WHERE (login = ? OR login IS NULL AND ?) AND id < ? ORDER BY id DESC LIMIT ?
                        """)
                .params(
                        caller.login(),
                        caller.is(COORDINATOR),
                        paging.after().map(UUID::fromString).orElse(new UUID(-1, -1)),
                        paging.limitAndOne())
                .query(Row.class)
                .list()
                .stream()
                .map(row -> new NoticeShown(
                        row.id(),
                        row.kind(),
                        texts.getProperty(row.kind(), row.kind()),
                        row.about(),
                        row.day(),
                        row.seen()))
                .toList();
        return Page.of(found, paging, notice -> notice.id().toString());
    }

    @PostMapping("/api/v1/notices/{notice}/seen")
    @AllowedTo({COORDINATOR, PEER_EXPERT, PROFESSIONAL, CLIENT})
    ResponseEntity<Void> see(@PathVariable("notice") UUID id, Caller caller) {
        int seen = rows.sql("UPDATE notice SET seen = true WHERE id = ? AND (login = ? OR login IS NULL AND ?)")
                .params(id, caller.login(), caller.is(COORDINATOR))
                .update();
        if (seen == 0) {
            throw new NotFound();
        }
        return ResponseEntity.noContent().build();
    }
}
