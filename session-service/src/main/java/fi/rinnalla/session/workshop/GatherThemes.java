package fi.rinnalla.session.workshop;

import static fi.rinnalla.service.asking.UserRole.COORDINATOR;
import static fi.rinnalla.service.asking.UserRole.PROFESSIONAL;

import fi.rinnalla.service.answering.Answer;
import fi.rinnalla.service.answering.Words;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.Caller;
import fi.rinnalla.service.rows.Ids;
import fi.rinnalla.session.meeting.Meetings;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The core thoughts of the tables are gathered into themes, which are merged and split until they fit (P53). */
@RestController
class GatherThemes {

    private final Meetings meetings;
    private final Workshops workshops;
    private final Ids ids;

    GatherThemes(Meetings meetings, Workshops workshops, Ids ids) {
        this.meetings = meetings;
        this.workshops = workshops;
        this.ids = ids;
    }

    record Gathered(
            @Words(max = 200) String name,

            @NotNull(message = "required") @Size(max = 500, message = "at-most-500")
            List<@NotNull(message = "required") UUID> notes) {}

    record Merged(
            @Words(max = 200) String name,

            @NotNull(message = "required") @Size(max = 100, message = "at-most-100")
            List<@NotNull(message = "required") UUID> themes) {}

    record Split(
            @NotNull(message = "required") @Size(max = 20, message = "at-most-20")
            List<@NotNull(message = "required") @Valid Gathered> parts) {}

    @PostMapping("/api/v1/meetings/{meeting}/themes")
    @AllowedTo({COORDINATOR, PROFESSIONAL})
    ResponseEntity<Void> gather(@PathVariable UUID meeting, @Valid @RequestBody Gathered request, Caller caller) {
        return one(meeting, caller, (workshop, id) -> workshop.gather(id, request.name(), request.notes()));
    }

    @PostMapping("/api/v1/meetings/{meeting}/themes/merge")
    @AllowedTo({COORDINATOR, PROFESSIONAL})
    ResponseEntity<Void> merge(@PathVariable UUID meeting, @Valid @RequestBody Merged request, Caller caller) {
        return one(meeting, caller, (workshop, id) -> workshop.merge(id, request.name(), request.themes()));
    }

    @PostMapping("/api/v1/meetings/{meeting}/themes/{theme}/split")
    @AllowedTo({COORDINATOR, PROFESSIONAL})
    ResponseEntity<List<UUID>> split(
            @PathVariable UUID meeting, @PathVariable UUID theme, @Valid @RequestBody Split request, Caller caller) {
        meetings.inCharge(meeting, caller);
        var parts = request.parts().stream()
                .map(part -> new Workshop.Theme(ids.get(), part.name(), part.notes(), List.of(theme), true))
                .toList();
        var workshop = workshops.changeOf(meeting);
        workshop.split(theme, parts);
        workshops.save(workshop);
        return Answer.shown(workshop, parts.stream().map(Workshop.Theme::id).toList());
    }

    private ResponseEntity<Void> one(UUID meeting, Caller caller, java.util.function.BiConsumer<Workshop, UUID> how) {
        meetings.inCharge(meeting, caller);
        var workshop = workshops.changeOf(meeting);
        var theme = ids.get();
        how.accept(workshop, theme);
        workshops.save(workshop);
        return Answer.part("/api/v1/meetings/" + meeting + "/themes", theme, workshop);
    }
}
