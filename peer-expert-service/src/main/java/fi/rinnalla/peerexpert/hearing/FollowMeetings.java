package fi.rinnalla.peerexpert.hearing;

import fi.rinnalla.peerexpert.assignment.Assignments;
import fi.rinnalla.peerexpert.assignment.CompleteTask;
import fi.rinnalla.peerexpert.assignment.FollowRequest;
import fi.rinnalla.peerexpert.request.MakeRequest;
import fi.rinnalla.peerexpert.request.PeerRequest;
import fi.rinnalla.peerexpert.request.PeerRequests;
import fi.rinnalla.peerexpert.task.Slot;
import fi.rinnalla.service.rows.Keeper;
import fi.rinnalla.service.rows.OnBehalf;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Does for requests and tasks what follows from how their meetings now stand: asks, moves, cancels, completes. One
 * transaction for each meeting; what was done already is not done again.
 */
@Component
class FollowMeetings {

    private final Keeper keeper;
    private final JdbcClient rows;
    private final OnBehalf onBehalf;
    private final PeerRequests requests;
    private final Assignments assignments;
    private final MakeRequest making;
    private final FollowRequest following;
    private final CompleteTask completing;

    FollowMeetings(
            Keeper keeper,
            JdbcClient rows,
            OnBehalf onBehalf,
            PeerRequests requests,
            Assignments assignments,
            MakeRequest making,
            FollowRequest following,
            CompleteTask completing) {
        this.keeper = keeper;
        this.rows = rows;
        this.onBehalf = onBehalf;
        this.requests = requests;
        this.assignments = assignments;
        this.making = making;
        this.following = following;
        this.completing = completing;
    }

    private record Heard(
            UUID meeting,
            String unit,
            boolean remote,
            LocalDate plannedOn,
            @Nullable LocalTime plannedAt,
            int minutes,
            String state,
            @Nullable LocalDate heldOn,
            @Nullable Integer actual,
            long heard) {

        Slot slot() {
            return new Slot(plannedOn, plannedAt, minutes);
        }
    }

    private record Waiting(String organisation, UUID meeting) {}

    void whateverWasHeard() {
        keeper.rows()
                .sql("SELECT organisation, meeting FROM heard_meeting WHERE followed < heard")
                .query(Waiting.class)
                .list()
                .forEach(waiting -> onBehalf.of(waiting.organisation(), () -> {
                    follow(waiting.meeting());
                }));
    }

    private void follow(UUID meeting) {
        var heard = rows.sql("SELECT * FROM heard_meeting WHERE meeting = ? FOR UPDATE")
                .param(meeting)
                .query(Heard.class)
                .single();
        var known = requests.ofMeeting(meeting);
        switch (heard.state()) {
            case "planned" ->
                known.ifPresentOrElse(
                        request -> moveIfMoved(request, heard.slot()),
                        () -> making.fromMeeting(meeting, heard.unit(), heard.slot(), heard.remote()));
            case "cancelled" -> known.ifPresent(following::cancel);
            case "held" -> known.ifPresent(request -> complete(request, heard));
            default -> throw new IllegalStateException(heard.state());
        }
        rows.sql("UPDATE heard_meeting SET followed = ? WHERE meeting = ?")
                .params(heard.heard(), meeting)
                .update();
    }

    private void moveIfMoved(PeerRequest request, Slot to) {
        if (!request.slot().equals(to) && request.state() != PeerRequest.State.CLOSED) {
            following.move(request, to);
        }
    }

    private void complete(PeerRequest request, Heard heard) {
        assignments
                .aheadOf(request.id())
                .forEach(task -> completing.complete(
                        task, Objects.requireNonNull(heard.heldOn()), Objects.requireNonNull(heard.actual())));
        following.close(request);
    }
}
