package fi.rinnalla.session.workshop;

import static fi.rinnalla.service.asking.UserRole.CLIENT;
import static fi.rinnalla.service.asking.UserRole.COORDINATOR;
import static fi.rinnalla.service.asking.UserRole.MANAGER;
import static fi.rinnalla.service.asking.UserRole.PEER_EXPERT;
import static fi.rinnalla.service.asking.UserRole.PROFESSIONAL;

import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.Caller;
import fi.rinnalla.session.meeting.Meetings;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Notes and themes of a meeting, for all for whom the meeting is there. */
@RestController
class ReadWorkshop {

    private final Meetings meetings;
    private final Workshops workshops;

    ReadWorkshop(Meetings meetings, Workshops workshops) {
        this.meetings = meetings;
        this.workshops = workshops;
    }

    /**
     * @param traced notes that have found their way into a theme
     * @param memo   where everybody may read the memo, once it is published
     */
    record WorkshopShown(
            UUID meeting,
            List<Workshop.Note> notes,
            List<Workshop.Theme> themes,
            int traced,
            @Nullable String memo) {}

    @GetMapping("/api/v1/meetings/{meeting}/workshop")
    @AllowedTo({COORDINATOR, PROFESSIONAL, MANAGER, PEER_EXPERT, CLIENT})
    WorkshopShown read(@PathVariable UUID meeting, Caller caller) {
        meetings.visible(meeting, caller);
        var workshop = workshops.of(meeting);
        var traced = workshop.themes().stream()
                .flatMap(theme -> theme.notes().stream())
                .distinct()
                .count();
        return new WorkshopShown(
                meeting,
                workshop.notes(),
                workshop.themes(),
                Math.toIntExact(traced),
                workshop.memo().map(code -> "/memos/" + code).orElse(null));
    }
}
