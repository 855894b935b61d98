package fi.rinnalla.session.workshop;

import static fi.rinnalla.service.asking.UserRole.CLIENT;
import static fi.rinnalla.service.asking.UserRole.COORDINATOR;
import static fi.rinnalla.service.asking.UserRole.MANAGER;
import static fi.rinnalla.service.asking.UserRole.PEER_EXPERT;
import static fi.rinnalla.service.asking.UserRole.PROFESSIONAL;

import fi.rinnalla.service.answering.Answer;
import fi.rinnalla.service.answering.Words;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.Caller;
import fi.rinnalla.service.rows.Ids;
import fi.rinnalla.session.meeting.Meetings;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A table writes down a thought, during the meeting or after it; who wrote it is not kept. */
@RestController
class WriteNote {

    private final Meetings meetings;
    private final Workshops workshops;
    private final Ids ids;

    WriteNote(Meetings meetings, Workshops workshops, Ids ids) {
        this.meetings = meetings;
        this.workshops = workshops;
        this.ids = ids;
    }

    record Request(
            @Words(max = 40) String table,
            @Words String words,
            @Nullable UUID topic) {}

    @PostMapping("/api/v1/meetings/{meeting}/notes")
    @AllowedTo({COORDINATOR, PROFESSIONAL, MANAGER, PEER_EXPERT, CLIENT})
    ResponseEntity<Void> write(@PathVariable UUID meeting, @Valid @RequestBody Request request, Caller caller) {
        meetings.visible(meeting, caller);
        var workshop = workshops.changeOf(meeting);
        var note = new Workshop.Note(ids.get(), request.table(), request.words(), request.topic());
        workshop.write(note);
        workshops.save(workshop);
        return Answer.part("/api/v1/meetings/" + meeting + "/notes", note.id(), workshop);
    }
}
