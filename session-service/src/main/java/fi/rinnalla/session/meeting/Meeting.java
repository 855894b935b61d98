package fi.rinnalla.session.meeting;

import fi.rinnalla.event.meeting.Channel;
import fi.rinnalla.event.meeting.ClosingQuestion;
import fi.rinnalla.event.meeting.MeetingEvent.MeetingHeld;
import fi.rinnalla.event.meeting.MeetingEvent.MeetingPlanned;
import fi.rinnalla.event.meeting.MeetingKind;
import fi.rinnalla.event.meeting.Role;
import fi.rinnalla.service.answering.BadRequest;
import fi.rinnalla.service.answering.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A meeting: planned, and once held, closed with what became of the closing question. */
class Meeting {

    private static final int LONGEST_MINUTES = 24 * 60;

    /** What was set aside for it. */
    record Planned(
            String unit,
            @Nullable UUID activity,
            MeetingKind kind,
            Channel channel,
            String professional,
            LocalDate on,
            int minutes,
            boolean peerExpertWanted) {

        Planned {
            requireMinutes("/plannedMinutes", minutes);
        }
    }

    /** How it went. {@code loggedAt} may be later than the day it was held on. */
    record Held(
            LocalDate on,
            Instant loggedAt,
            int actualMinutes,
            Role startedBy,
            Set<Role> roles,
            Channel channel,
            ClosingQuestion closingQuestion) {

        Held {
            requireMinutes("/actualMinutes", actualMinutes);
            if (roles.isEmpty()) {
                throw BadRequest.field("/roles", "empty", "Name at least one role that was present.");
            }
            if (closingQuestion != ClosingQuestion.NOT_ASKED && !roles.contains(Role.CLIENT)) {
                throw BadRequest.field(
                        "/closingQuestion", "no-client", "Without a client present the closing question was not asked.");
            }
        }
    }

    private final UUID id;
    private final Planned planned;
    private @Nullable Held held;
    private long version;

    Meeting(UUID id, long version, Planned planned, @Nullable Held held) {
        this.id = id;
        this.version = version;
        this.planned = planned;
        this.held = held;
    }

    static Meeting plan(UUID id, Planned planned) {
        return new Meeting(id, 1, planned, null);
    }

    MeetingPlanned planned() {
        return new MeetingPlanned(
                planned.unit(),
                planned.kind(),
                planned.channel(),
                planned.on(),
                planned.minutes(),
                planned.peerExpertWanted());
    }

    /** Closes the meeting; late logging is allowed, holding it in the future is not. */
    MeetingHeld hold(Held how, LocalDate today) {
        if (held != null) {
            throw new Refused("meeting-already-held", "This meeting is closed already.");
        }
        if (how.on().isAfter(today)) {
            throw BadRequest.field("/heldOn", "in-the-future", "A meeting is closed on the day it is held, or later.");
        }
        held = how;
        version++;
        return new MeetingHeld(
                planned.unit(),
                planned.kind(),
                how.channel(),
                how.on(),
                planned.minutes(),
                how.actualMinutes(),
                how.startedBy(),
                how.roles(),
                how.closingQuestion());
    }

    /** Whose meeting it is among the professionals. */
    boolean isOf(String professional) {
        return planned.professional().equals(professional);
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    Planned plannedAs() {
        return planned;
    }

    Optional<Held> held() {
        return Optional.ofNullable(held);
    }

    private static void requireMinutes(String pointer, int minutes) {
        if (minutes < 1 || minutes > LONGEST_MINUTES) {
            throw BadRequest.field(pointer, "1-to-1440", "Minutes are from 1 to 1440.");
        }
    }
}
