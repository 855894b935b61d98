package fi.rinnalla.session.meeting;

import static fi.rinnalla.service.asking.UserRole.COORDINATOR;
import static fi.rinnalla.service.asking.UserRole.PROFESSIONAL;

import fi.rinnalla.service.answering.Answer;
import fi.rinnalla.service.answering.IfMatch;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.Caller;
import fi.rinnalla.service.time.Helsinki;
import java.time.Clock;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The time came and the client was not reached. It is no failure of anybody's. */
@RestController
class MissClient {

    private final Meetings meetings;
    private final Clock clock;

    MissClient(Meetings meetings, Clock clock) {
        this.meetings = meetings;
        this.clock = clock;
    }

    @PostMapping("/api/v1/meetings/{meeting}/client-not-reached")
    @AllowedTo({COORDINATOR, PROFESSIONAL})
    ResponseEntity<Void> miss(@PathVariable("meeting") UUID id, IfMatch ifMatch, Caller caller) {
        var meeting = meetings.changeInCharge(id, caller);
        ifMatch.check(meeting.version());
        meetings.save(meeting, meeting.clientNotReached(Helsinki.today(clock)));
        return Answer.done(meeting);
    }
}
