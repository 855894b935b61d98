package fi.rinnalla.session.meeting;

import com.fasterxml.jackson.annotation.JsonProperty;
import fi.rinnalla.event.meeting.ChangeReason;
import fi.rinnalla.event.meeting.MeetingEvent.ClientNotReached;
import fi.rinnalla.event.meeting.MeetingEvent.MeetingCancelled;
import fi.rinnalla.event.meeting.MeetingEvent.MeetingHeld;
import fi.rinnalla.event.meeting.MeetingEvent.MeetingMoved;
import fi.rinnalla.event.meeting.MeetingEvent.MeetingPlanned;
import fi.rinnalla.event.meeting.MeetingKind;
import fi.rinnalla.event.meeting.Role;
import fi.rinnalla.service.answering.BadRequest;
import fi.rinnalla.service.answering.Refused;
import fi.rinnalla.service.keeping.Whole;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A meeting: planned, perhaps moved, then held, cancelled, or without the client, who was not reached. */
public class Meeting extends Whole {

    enum State {
        @JsonProperty("planned")
        PLANNED,
        @JsonProperty("moved")
        MOVED,
        @JsonProperty("held")
        HELD,
        @JsonProperty("cancelled")
        CANCELLED,
        @JsonProperty("client-not-reached")
        CLIENT_NOT_REACHED
    }

    /** Meetings in which things are developed: nothing there without clients (P33). */
    private static final Set<MeetingKind> DEVELOPING =
            EnumSet.of(MeetingKind.CO_DEVELOPMENT, MeetingKind.CIRCULATING, MeetingKind.DISCUSSION_CAFE);

    /** A change of what was planned. */
    record Change(LocalDate was, Role by, ChangeReason reason) {}

    private State state = State.PLANNED;
    private Planned planned;
    private List<Change> changes = new ArrayList<>();
    private List<Participant> participants = new ArrayList<>();
    private Agenda agenda = Agenda.EMPTY;
    private @Nullable Held held;

    @SuppressWarnings("NullAway.Init") // reading it back fills the fields
    private Meeting() {}

    Meeting(UUID id, Planned planned) {
        super(id);
        this.planned = planned;
    }

    MeetingPlanned planned() {
        return new MeetingPlanned(
                planned.unit(),
                planned.kind(),
                planned.channel(),
                planned.on(),
                planned.minutes(),
                planned.peerExpertWanted(),
                planned.timeForPeerExpert());
    }

    MeetingMoved move(Planned anew, Role by, ChangeReason reason) {
        requireOpen();
        changes.add(new Change(planned.on(), by, reason));
        planned = anew;
        state = State.MOVED;
        return new MeetingMoved(
                anew.unit(), anew.kind(), anew.on(), anew.minutes(), by, reason, anew.timeForPeerExpert());
    }

    MeetingCancelled cancel(Role by, ChangeReason reason) {
        requireOpen();
        changes.add(new Change(planned.on(), by, reason));
        state = State.CANCELLED;
        return new MeetingCancelled(planned.unit(), planned.kind(), planned.on(), by, reason);
    }

    ClientNotReached clientNotReached(LocalDate today) {
        requireOpen();
        if (planned.on().isAfter(today)) {
            throw new Refused("wrong-state", "The day of this meeting has not come yet: move or cancel it instead.");
        }
        state = State.CLIENT_NOT_REACHED;
        return new ClientNotReached(planned.unit(), planned.kind(), planned.channel(), planned.on());
    }

    /**
     * Closes the meeting; late logging is allowed, holding it in the future is not.
     *
     * @param preferredPlace whether the client prefers such a place; empty where not known
     */
    MeetingHeld hold(Held how, List<Participant> present, LocalDate today, Optional<Boolean> preferredPlace) {
        requireOpen();
        if (how.on().isAfter(today)) {
            throw BadRequest.field("/heldOn", "in-the-future", "A meeting is closed on the day it is held, or later.");
        }
        how.check(planned.kind());
        if (!present.isEmpty()) {
            participants = new ArrayList<>(present);
        }
        held = how;
        state = State.HELD;
        boolean developing = isDeveloping();
        return new MeetingHeld(
                planned.unit(),
                planned.kind(),
                how.channel(),
                how.on(),
                planned.minutes(),
                how.actualMinutes(),
                how.startedBy(),
                how.roles(),
                how.closingQuestion(),
                how.preparationMinutes(),
                how.debriefMinutes(),
                how.place(),
                preferredPlace.orElse(null),
                how.decisionMakerPresent(),
                planned.kind() == MeetingKind.NETWORK ? how.statement().orElse(null) : null,
                developing ? agenda.mandate() != null : null,
                agenda.groups().isEmpty() ? null : agenda.groupsThatWere(Agenda.Presence.REPRESENTED),
                agenda.groups().isEmpty() ? null : agenda.groupsThatWere(Agenda.Presence.MISSING),
                planned.activity());
    }

    /** What those who close it should see before anything else. */
    List<String> warnings() {
        boolean withoutClients = isDeveloping()
                && (held == null
                        ? participants.stream().noneMatch(one -> one.role() == Role.CLIENT) && planned.seats() == null
                        : !held.roles().contains(Role.CLIENT));
        return withoutClients ? List.of("no-client-takes-part") : List.of();
    }

    /** Somebody is asked along in a role. */
    void invite(Participant participant) {
        requireOpen();
        leave(participant.login());
        participants.add(participant);
    }

    /** Somebody takes a seat. */
    void join(Participant participant) {
        requireOpen();
        if (planned.seats() == null) {
            throw new Refused("not-open-to-join", "Nobody joins this meeting by themselves: ask who holds it.");
        }
        if (takesPart(participant.login())) {
            return;
        }
        if (participants.size() >= planned.seats()) {
            throw new Refused("no-seats-left", "All seats of this meeting are taken.");
        }
        participants.add(participant);
    }

    void leave(String login) {
        requireOpen();
        participants.removeIf(one -> one.login().equals(login));
    }

    void state(Agenda.Topic topic) {
        requireOpen();
        if (topic.scope() != Agenda.Scope.OPEN && topic.why() == null) {
            throw BadRequest.field("/why", "required", "Say what bounds or closes the topic.");
        }
        agenda = agenda.with(topic);
    }

    void state(Agenda.Mandate mandate) {
        requireOpen();
        agenda = agenda.with(mandate);
    }

    void touches(List<Agenda.AffectedGroup> groups) {
        requireOpen();
        agenda = agenda.with(groups);
    }

    private void requireOpen() {
        switch (state) {
            case PLANNED, MOVED -> {}
            case HELD -> throw new Refused("meeting-already-held", "This meeting is closed already.");
            case CANCELLED -> throw new Refused("wrong-state", "This meeting was cancelled. Plan a new one.");
            case CLIENT_NOT_REACHED ->
                throw new Refused("wrong-state", "In this meeting the client was not reached. Plan a new one.");
        }
    }

    boolean isOpen() {
        return state == State.PLANNED || state == State.MOVED;
    }

    /** Whether things are developed in it together. */
    public boolean isDeveloping() {
        return DEVELOPING.contains(planned.kind());
    }

    boolean takesPart(String login) {
        return participants.stream().anyMatch(one -> one.login().equals(login));
    }

    /** Whose meeting it is among the professionals. */
    boolean isOf(String professional) {
        return planned.professional().equals(professional);
    }

    /** Refuses an idea where it was said that nothing can be influenced, and where nothing was said (P34). */
    public void requireOpenTopic(UUID topic) {
        var scope = agenda.topics().stream()
                .filter(one -> one.id().equals(topic))
                .findFirst()
                .orElseThrow(
                        () -> BadRequest.field("/topic", "unknown", "The meeting has no such topic. State it first."));
        if (scope.scope() == Agenda.Scope.NOT_OPEN) {
            throw new Refused("topic-not-open", "It was stated beforehand that this topic can't be influenced here.");
        }
    }

    public String unit() {
        return planned.unit();
    }

    public LocalDate day() {
        return held == null ? planned.on() : held.on();
    }

    /** Minutes of work that it took with preparation and debrief; 0 until it is held. */
    public int minutesOfWork() {
        return held == null
                ? 0
                : held.actualMinutes()
                        + Objects.requireNonNullElse(held.preparationMinutes(), 0)
                        + Objects.requireNonNullElse(held.debriefMinutes(), 0);
    }

    public Optional<Integer> actualMinutes() {
        return held().map(Held::actualMinutes);
    }

    public boolean overran() {
        return held != null && held.actualMinutes() > planned.minutes();
    }

    /** Logins of the workers who took part, the one who held it among them. */
    public List<String> workersPresent() {
        var present = new ArrayList<String>();
        held().map(Held::by).ifPresent(present::add);
        participants.stream()
                .filter(one -> one.role() == Role.PROFESSIONAL)
                .map(Participant::login)
                .forEach(present::add);
        return present.stream().distinct().toList();
    }

    public List<String> topics() {
        return agenda.topics().stream().map(Agenda.Topic::title).toList();
    }

    Planned plannedAs() {
        return planned;
    }

    State state() {
        return state;
    }

    Optional<Held> held() {
        return Optional.ofNullable(held);
    }

    Agenda agenda() {
        return agenda;
    }

    List<Participant> participants() {
        return participants;
    }

    List<Change> changes() {
        return changes;
    }
}
