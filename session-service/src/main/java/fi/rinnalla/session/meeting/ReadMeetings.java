package fi.rinnalla.session.meeting;

import static fi.rinnalla.service.asking.UserRole.CLIENT;
import static fi.rinnalla.service.asking.UserRole.COORDINATOR;
import static fi.rinnalla.service.asking.UserRole.MANAGER;
import static fi.rinnalla.service.asking.UserRole.PEER_EXPERT;
import static fi.rinnalla.service.asking.UserRole.PROFESSIONAL;
import static java.time.format.DateTimeFormatter.ISO_LOCAL_TIME;

import fi.rinnalla.service.answering.Answer;
import fi.rinnalla.service.answering.Page;
import fi.rinnalla.service.answering.Paging;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.Caller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * A coordinator and a manager see all meetings of the organisation, a professional their own and those of their clients,
 * anybody else those in which they take part or may join. The newest first; or one day, in the order of the clock.
 */
@RestController
class ReadMeetings {

    /**
     * Each part finds its rows by an index of its own. A day is written into each, and only where one is asked for: "or no day"
     * as a parameter would keep the database from using the index.
     */
    private static final String OWN = """
            SELECT id FROM meeting WHERE professional = :me %1$s
            UNION SELECT meeting.id FROM client JOIN meeting ON meeting.client = client.id
                WHERE client.worker = :me AND meeting.state IN ('planned', 'moved') %1$s
            UNION SELECT meeting.id FROM client JOIN meeting ON meeting.client = client.id
                WHERE client.login = :me %1$s
            UNION SELECT id FROM meeting
                WHERE document->'participants' @> jsonb_build_array(jsonb_build_object('login', :me::text)) %1$s
            UNION SELECT id FROM meeting WHERE seats IS NOT NULL AND state IN ('planned', 'moved') %1$s
            """;

    private static final String SELECT = """
            SELECT meeting.id, meeting.version, meeting.sequence, meeting.document,
                   EXISTS (SELECT FROM meeting_pair WHERE meeting = meeting.id) AS peer_expert_assigned,
                   client.login AS client_login, client.worker AS client_worker
            FROM meeting LEFT JOIN client ON client.id = meeting.client WHERE %s
            """;

    private final Meetings meetings;
    private final JdbcClient rows;

    ReadMeetings(Meetings meetings, JdbcClient rows) {
        this.meetings = meetings;
        this.rows = rows;
    }

    /** @param day only the meetings of that day, in the order of the clock */
    @GetMapping("/api/v1/meetings")
    @AllowedTo({COORDINATOR, MANAGER, PROFESSIONAL, PEER_EXPERT, CLIENT})
    Page<MeetingShown> list(@RequestParam(required = false) @Nullable LocalDate day, Caller caller, Paging paging) {
        // The day, the time and the id together are the key of a place in the list.
        var after = paging.after().map(key -> key.split(" ")).orElse(null);
        boolean all = caller.is(COORDINATOR, MANAGER);
        var place = day == null
                ? "(planned_on, meeting.id) < (:afterDay, :afterId::uuid) ORDER BY planned_on DESC, meeting.id DESC"
                : "planned_on = :day AND (planned_at, meeting.id) > (:afterTime, :afterId::uuid) ORDER BY planned_at, meeting.id";
        var ofTheDay = day == null ? "" : "AND planned_on = :day";
        var found = rows.sql((all
                                ? SELECT.formatted(place)
                                : SELECT.formatted("meeting.id IN (" + OWN.formatted(ofTheDay) + ") AND " + place))
                        + " LIMIT :limit")
                .param("me", caller.login())
                .param("day", day == null ? null : day.toString(), java.sql.Types.VARCHAR)
                .param("afterDay", after == null ? "9999" : after[0])
                .param("afterTime", after == null ? "" : after[1])
                .param(
                        "afterId",
                        after == null ? new UUID(day == null ? -1 : 0, day == null ? -1 : 0).toString() : after[2])
                .param("limit", paging.limitAndOne())
                .query((row, n) -> shown(row, n, caller))
                .list();
        return Page.of(
                found,
                paging,
                meeting -> meeting.plannedOn() + " "
                        + (meeting.at() == null ? "-" : ISO_LOCAL_TIME.format(meeting.at())) + " " + meeting.id());
    }

    @GetMapping("/api/v1/meetings/{meeting}")
    @AllowedTo({COORDINATOR, MANAGER, PROFESSIONAL, PEER_EXPERT, CLIENT})
    ResponseEntity<MeetingShown> one(@PathVariable("meeting") UUID id, Caller caller) {
        var meeting = meetings.visible(id, caller);
        var shown = rows.sql(SELECT.formatted("meeting.id = ?"))
                .param(id)
                .query((row, n) -> shown(row, n, caller))
                .single();
        return Answer.shown(meeting, shown);
    }

    private MeetingShown shown(ResultSet row, int n, Caller caller) throws SQLException {
        var meeting = meetings.read(row, n);
        boolean worker = meeting.isOf(caller.login())
                || meeting.held()
                        .filter(held -> held.by().equals(caller.login()))
                        .isPresent();
        boolean clients = meeting.plannedAs().client() != null;
        boolean between = clients
                ? List.of(row.getString("client_login"), row.getString("client_worker"))
                        .contains(caller.login())
                : worker;
        return MeetingShown.of(
                meeting, row.getBoolean("peer_expert_assigned"), between, caller.is(COORDINATOR) || worker || between);
    }
}
