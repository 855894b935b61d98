package fi.rinnalla.session.meeting;

import static fi.rinnalla.service.asking.UserRole.COORDINATOR;
import static fi.rinnalla.service.asking.UserRole.PROFESSIONAL;

import fi.rinnalla.service.answering.Answer;
import fi.rinnalla.service.answering.Words;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.Caller;
import fi.rinnalla.service.rows.Ids;
import fi.rinnalla.session.meeting.Agenda.AffectedGroup;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * What is stated before anybody is asked for ideas: what each topic's limits of influence are (P34), who can decide what
 * (P46), and whom the matter touches (P47).
 */
@RestController
class StateAgenda {

    private final Meetings meetings;
    private final Ids ids;

    StateAgenda(Meetings meetings, Ids ids) {
        this.meetings = meetings;
        this.ids = ids;
    }

    record TopicStated(
            @Words(max = 300) String title,
            @NotNull(message = "required") Agenda.Scope scope,
            @Words(max = 2_000, optional = true) @Nullable String why) {}

    record Groups(
            @NotNull(message = "required") @Size(max = 50, message = "at-most-50")
            List<@NotNull(message = "required") @Valid AffectedGroup> groups) {}

    @PostMapping("/api/v1/meetings/{meeting}/topics")
    @AllowedTo({COORDINATOR, PROFESSIONAL})
    ResponseEntity<Void> topic(
            @PathVariable("meeting") UUID id, @Valid @RequestBody TopicStated stated, Caller caller) {
        var topic = new Agenda.Topic(ids.get(), stated.title(), stated.scope(), stated.why());
        var meeting = changed(id, caller, one -> one.state(topic));
        return Answer.part("/api/v1/meetings/" + id + "/topics", topic.id(), meeting);
    }

    @PostMapping("/api/v1/meetings/{meeting}/mandate")
    @AllowedTo({COORDINATOR, PROFESSIONAL})
    ResponseEntity<Void> mandate(
            @PathVariable("meeting") UUID id, @Valid @RequestBody Agenda.Mandate mandate, Caller caller) {
        return Answer.done(changed(id, caller, meeting -> meeting.state(mandate)));
    }

    @PostMapping("/api/v1/meetings/{meeting}/groups")
    @AllowedTo({COORDINATOR, PROFESSIONAL})
    ResponseEntity<Void> groups(@PathVariable("meeting") UUID id, @Valid @RequestBody Groups request, Caller caller) {
        return Answer.done(changed(id, caller, meeting -> meeting.touches(request.groups())));
    }

    private Meeting changed(UUID id, Caller caller, Consumer<Meeting> how) {
        var meeting = meetings.changeInCharge(id, caller);
        how.accept(meeting);
        meetings.save(meeting);
        return meeting;
    }
}
