package fi.rinnalla.session.circulating;

import static fi.rinnalla.service.asking.UserRole.COORDINATOR;
import static fi.rinnalla.service.asking.UserRole.MANAGER;
import static fi.rinnalla.service.asking.UserRole.PROFESSIONAL;

import fi.rinnalla.service.answering.Answer;
import fi.rinnalla.service.answering.Words;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.rows.Ids;
import fi.rinnalla.service.time.Helsinki;
import fi.rinnalla.session.activity.Units;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A meeting goes round: one agenda, several sites, each site's answer, and recommendations where they differ. */
@RestController
class CirculateMeeting {

    private final CirculatingMeetings circulating;
    private final Units units;
    private final Ids ids;
    private final Clock clock;

    CirculateMeeting(CirculatingMeetings circulating, Units units, Ids ids, Clock clock) {
        this.circulating = circulating;
        this.units = units;
        this.ids = ids;
        this.clock = clock;
    }

    record Begun(
            @Words(max = 200) String name,

            @NotNull(message = "required") @Size(min = 1, max = 50, message = "1-to-50")
            List<@Words(max = 1_000) String> agenda,

            @NotNull(message = "required") @Size(max = 50, message = "at-most-50")
            List<@NotNull(message = "required") String> sites) {}

    record Answered(
            @NotNull(message = "required") UUID item,
            @NotNull(message = "required") String site,
            @Words String practice) {}

    record Recommended(
            @NotNull(message = "required") UUID item, @Words String words) {}

    @PostMapping("/api/v1/circulating-meetings")
    @AllowedTo({COORDINATOR, PROFESSIONAL})
    ResponseEntity<Void> begin(@Valid @RequestBody Begun request) {
        request.sites().forEach(units::require);
        var agenda = request.agenda().stream()
                .map(question -> new CirculatingMeeting.Item(ids.get(), question))
                .toList();
        var meeting = new CirculatingMeeting(ids.get(), request.name(), agenda, request.sites());
        circulating.add(meeting);
        return Answer.created("/api/v1/circulating-meetings", meeting);
    }

    @PostMapping("/api/v1/circulating-meetings/{circulating}/answers")
    @AllowedTo({COORDINATOR, PROFESSIONAL})
    ResponseEntity<Void> answer(@PathVariable("circulating") UUID id, @Valid @RequestBody Answered request) {
        var meeting = circulating.change(id);
        meeting.answer(request.item(), request.site(), request.practice());
        circulating.save(meeting);
        return Answer.done(meeting);
    }

    @PostMapping("/api/v1/circulating-meetings/{circulating}/recommendations")
    @AllowedTo({COORDINATOR, PROFESSIONAL, MANAGER})
    ResponseEntity<Void> recommend(@PathVariable("circulating") UUID id, @Valid @RequestBody Recommended request) {
        var meeting = circulating.change(id);
        meeting.recommend(request.item(), request.words(), Helsinki.today(clock));
        circulating.save(meeting);
        return Answer.done(meeting);
    }
}
