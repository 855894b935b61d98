package fi.rinnalla.session.meeting;

import fi.rinnalla.event.meeting.Channel;
import fi.rinnalla.event.meeting.ClosingQuestion;
import fi.rinnalla.event.meeting.MeetingKind;
import fi.rinnalla.event.meeting.Role;
import fi.rinnalla.service.answering.BadRequest;
import fi.rinnalla.service.answering.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where meetings are kept. */
@Repository
class Meetings {

    private final JdbcClient rows;

    Meetings(JdbcClient rows) {
        this.rows = rows;
    }

    Meeting get(UUID id) {
        return rows.sql("SELECT * FROM meeting WHERE id = ?")
                .param(id)
                .query(Meetings::meeting)
                .optional()
                .orElseThrow(NotFound::new);
    }

    void add(Meeting meeting) {
        var planned = meeting.plannedAs();
        try {
            rows.sql("""
                            INSERT INTO meeting (id, version, unit, activity, kind, channel, professional, planned_on,
                                                 planned_minutes, peer_expert_wanted)
                            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(Arrays.<@Nullable Object>asList(
                            meeting.id(),
                            meeting.version(),
                            planned.unit(),
                            planned.activity(),
                            planned.kind().name(),
                            planned.channel().name(),
                            planned.professional(),
                            planned.on(),
                            planned.minutes(),
                            planned.peerExpertWanted()))
                    .update();
        } catch (DataIntegrityViolationException noSuchUnit) {
            throw BadRequest.field("/unit", "unknown", "Your organisation has no such unit or activity.");
        }
    }

    /** Saves what {@link Meeting#hold} changed, unless somebody else changed it first. */
    void saveHeld(Meeting meeting) {
        var held = meeting.held().orElseThrow();
        int saved = rows.sql("""
                        UPDATE meeting SET version = ?, held_on = ?, logged_at = ?, actual_minutes = ?, started_by = ?,
                                           roles = ?, channel = ?, closing_question = ?
                        WHERE id = ? AND version = ?
                        """)
                .params(
                        meeting.version(),
                        held.on(),
                        held.loggedAt().atOffset(ZoneOffset.UTC),
                        held.actualMinutes(),
                        held.startedBy().name(),
                        held.roles().stream().map(Role::name).sorted().toArray(String[]::new),
                        held.channel().name(),
                        held.closingQuestion().name(),
                        meeting.id(),
                        meeting.version() - 1)
                .update();
        if (saved == 0) {
            throw new OptimisticLockingFailureException("meeting");
        }
    }

    static Meeting meeting(ResultSet row, int n) throws SQLException {
        var planned = new Meeting.Planned(
                row.getString("unit"),
                row.getObject("activity", UUID.class),
                MeetingKind.valueOf(row.getString("kind")),
                Channel.valueOf(row.getString("channel")),
                row.getString("professional"),
                row.getObject("planned_on", LocalDate.class),
                row.getInt("planned_minutes"),
                row.getBoolean("peer_expert_wanted"));
        return new Meeting(row.getObject("id", UUID.class), row.getLong("version"), planned, held(row));
    }

    private static Meeting.@Nullable Held held(ResultSet row) throws SQLException {
        if (row.getObject("held_on") == null) {
            return null;
        }
        var roles = EnumSet.noneOf(Role.class);
        for (var role : (String[]) row.getArray("roles").getArray()) {
            roles.add(Role.valueOf(role));
        }
        return new Meeting.Held(
                row.getObject("held_on", LocalDate.class),
                row.getObject("logged_at", OffsetDateTime.class).toInstant(),
                row.getInt("actual_minutes"),
                Role.valueOf(row.getString("started_by")),
                roles,
                Channel.valueOf(row.getString("channel")),
                ClosingQuestion.valueOf(row.getString("closing_question")));
    }
}
