package fi.rinnalla.session.workshop;

import static fi.rinnalla.service.asking.UserRole.COORDINATOR;
import static fi.rinnalla.service.asking.UserRole.PROFESSIONAL;

import fi.rinnalla.service.answering.Answer;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.Caller;
import fi.rinnalla.service.pages.Language;
import fi.rinnalla.service.pages.Secrets;
import fi.rinnalla.session.meeting.Meetings;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The memo of a meeting: read first by those in charge, then published for everybody, and withdrawn if need be (P53). */
@RestController
class PublishMemo {

    private final Meetings meetings;
    private final Workshops workshops;

    PublishMemo(Meetings meetings, Workshops workshops) {
        this.meetings = meetings;
        this.workshops = workshops;
    }

    /** @param address for everybody; {@code .md} after it gives Markdown */
    record Published(String address) {}

    @GetMapping(path = "/api/v1/meetings/{meeting}/memo", produces = "text/markdown;charset=UTF-8")
    @AllowedTo({COORDINATOR, PROFESSIONAL})
    String preview(
            @PathVariable UUID meeting,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String preferred,
            Caller caller) {
        return Memo.markdown(meetings.inCharge(meeting, caller), workshops.of(meeting), Language.of(null, preferred));
    }

    @PostMapping("/api/v1/meetings/{meeting}/memo")
    @AllowedTo({COORDINATOR, PROFESSIONAL})
    ResponseEntity<Published> publish(@PathVariable UUID meeting, Caller caller) {
        meetings.inCharge(meeting, caller);
        var workshop = workshops.changeOf(meeting);
        workshop.publish(Secrets.token());
        workshops.save(workshop);
        return Answer.shown(workshop, new Published("/memos/" + workshop.memo().orElseThrow()));
    }

    @PostMapping("/api/v1/meetings/{meeting}/memo/withdraw")
    @AllowedTo({COORDINATOR, PROFESSIONAL})
    ResponseEntity<Void> withdraw(@PathVariable UUID meeting, Caller caller) {
        meetings.inCharge(meeting, caller);
        var workshop = workshops.changeOf(meeting);
        workshop.withdrawMemo();
        workshops.save(workshop);
        return Answer.done(workshop);
    }
}
