package fi.rinnalla.session.meeting;

import fi.rinnalla.event.meeting.Channel;
import fi.rinnalla.event.meeting.ClosingQuestion;
import fi.rinnalla.event.meeting.MeetingKind;
import fi.rinnalla.event.meeting.Role;
import fi.rinnalla.service.answering.NotFound;
import fi.rinnalla.service.answering.Page;
import fi.rinnalla.service.answering.Paging;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.Caller;
import fi.rinnalla.service.asking.UserRole;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A coordinator and a manager see all meetings of the organisation, a professional their own; the newest first. */
@RestController
class ReadMeetings {

    private static final String SELECT = """
            SELECT meeting.*, EXISTS (SELECT FROM meeting_pair WHERE meeting = meeting.id) AS peer_expert_assigned
            FROM meeting WHERE (? OR professional = ?)
            """;

    private final JdbcClient rows;

    ReadMeetings(JdbcClient rows) {
        this.rows = rows;
    }

    record HeldShown(
            LocalDate on, int actualMinutes, Role startedBy, Set<Role> roles, ClosingQuestion closingQuestion) {}

    record MeetingShown(
            UUID id,
            long version,
            String unit,
            @Nullable UUID activity,
            MeetingKind kind,
            Channel channel,
            String professional,
            LocalDate plannedOn,
            int plannedMinutes,
            boolean peerExpertWanted,
            boolean peerExpertAssigned,
            @Nullable HeldShown held) {}

    @GetMapping("/api/v1/meetings")
    @AllowedTo({UserRole.COORDINATOR, UserRole.MANAGER, UserRole.PROFESSIONAL})
    Page<MeetingShown> list(Caller caller, Paging paging) {
        // The day and the id together are the key of a place in the list.
        var after = paging.after().map(key -> key.split(" "));
        var found = rows.sql(SELECT + "AND (planned_on, id) < (?, ?) ORDER BY planned_on DESC, id DESC LIMIT ?")
                .params(
                        seesAll(caller),
                        caller.login(),
                        after.map(key -> LocalDate.parse(key[0])).orElse(LocalDate.of(9999, 1, 1)),
                        after.map(key -> UUID.fromString(key[1])).orElse(new UUID(-1, -1)),
                        paging.limitAndOne())
                .query(ReadMeetings::shown)
                .list();
        return Page.of(found, paging, meeting -> meeting.plannedOn() + " " + meeting.id());
    }

    @GetMapping("/api/v1/meetings/{id}")
    @AllowedTo({UserRole.COORDINATOR, UserRole.MANAGER, UserRole.PROFESSIONAL})
    ResponseEntity<MeetingShown> one(@PathVariable UUID id, Caller caller) {
        var meeting = rows.sql(SELECT + "AND id = ?")
                .params(seesAll(caller), caller.login(), id)
                .query(ReadMeetings::shown)
                .optional()
                .orElseThrow(NotFound::new);
        return ResponseEntity.ok().eTag("\"" + meeting.version() + "\"").body(meeting);
    }

    private static boolean seesAll(Caller caller) {
        return caller.is(UserRole.COORDINATOR, UserRole.MANAGER);
    }

    private static MeetingShown shown(ResultSet row, int n) throws SQLException {
        var meeting = Meetings.meeting(row, n);
        var planned = meeting.plannedAs();
        var held = meeting.held()
                .map(how -> new HeldShown(
                        how.on(), how.actualMinutes(), how.startedBy(), how.roles(), how.closingQuestion()))
                .orElse(null);
        return new MeetingShown(
                meeting.id(),
                meeting.version(),
                planned.unit(),
                planned.activity(),
                planned.kind(),
                planned.channel(),
                planned.professional(),
                planned.on(),
                planned.minutes(),
                planned.peerExpertWanted(),
                row.getBoolean("peer_expert_assigned"),
                held);
    }
}
