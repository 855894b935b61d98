package fi.rinnalla.session.workshop;

import fi.rinnalla.service.answering.BadRequest;
import fi.rinnalla.service.keeping.Documents;
import fi.rinnalla.service.keeping.Keeping;
import fi.rinnalla.service.rows.Ids;
import fi.rinnalla.session.meeting.Meetings;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/** Where the notes and themes of meetings are kept: opened when the first note is written. */
@Repository
public class Workshops extends Documents<Workshop> {

    private final Meetings meetings;
    private final Ids ids;

    Workshops(Keeping keeping, Meetings meetings, Ids ids) {
        super("workshop", Workshop.class, keeping);
        this.meetings = meetings;
        this.ids = ids;
    }

    /** The workshop of a meeting that the caller has been let see, to be written in. */
    Workshop changeOf(UUID meeting) {
        meetings.change(meeting); // two first writers at once: the other waits here
        return where("meeting = ? FOR UPDATE", meeting).stream().findFirst().orElseGet(() -> {
            var opened = new Workshop(ids.get(), meeting);
            add(opened);
            return opened;
        });
    }

    Workshop of(UUID meeting) {
        return where("meeting = ?", meeting).stream().findFirst().orElseGet(() -> new Workshop(ids.get(), meeting));
    }

    Optional<Workshop> withMemo(String code) {
        return where("memo = ?", code).stream().findFirst();
    }

    /** Refuses a theme that the meeting does not have. */
    public void requireTheme(UUID meeting, UUID theme) {
        if (!of(meeting).has(theme)) {
            throw BadRequest.field("/ref", "unknown", "The meeting has no such theme.");
        }
    }
}
