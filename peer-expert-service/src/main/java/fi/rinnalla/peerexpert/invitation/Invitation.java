package fi.rinnalla.peerexpert.invitation;

import com.fasterxml.jackson.annotation.JsonProperty;
import fi.rinnalla.peerexpert.matching.Score;
import fi.rinnalla.service.answering.Refused;
import fi.rinnalla.service.keeping.Whole;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody is asked for one task. No reason is asked for a no, and none is kept. */
class Invitation extends Whole {

    enum State {
        /** Their turn has not come. */
        @JsonProperty("waiting")
        WAITING,
        @JsonProperty("sent")
        SENT,
        @JsonProperty("accepted")
        ACCEPTED,
        @JsonProperty("declined")
        DECLINED,
        @JsonProperty("expired")
        EXPIRED,
        @JsonProperty("withdrawn")
        WITHDRAWN
    }

    private UUID request;
    private UUID peerExpert;
    private int turn;
    private int answerWithinHours;

    @SuppressWarnings("UnusedVariable") // kept in the document
    private String codeHash;
    /** Sealed, while the turn has not come: the message that goes out then holds the link. */
    private byte @Nullable [] sealedCode;

    private State state = State.WAITING;

    @SuppressWarnings("UnusedVariable") // kept in the document
    private @Nullable Instant sentAt;

    private @Nullable Instant expiresAt;
    private @Nullable String question;
    private @Nullable String answer;
    private Score score;

    @SuppressWarnings("NullAway.Init") // reading it back fills the fields
    private Invitation() {}

    Invitation(
            UUID id,
            UUID request,
            UUID peerExpert,
            int turn,
            int answerWithinHours,
            String codeHash,
            byte[] sealedCode,
            Score score) {
        super(id);
        this.request = request;
        this.peerExpert = peerExpert;
        this.turn = turn;
        this.answerWithinHours = answerWithinHours;
        this.codeHash = codeHash;
        this.sealedCode = sealedCode;
        this.score = score;
    }

    /** @return the sealed code, which is forgotten with this */
    byte[] send(Instant now) {
        require(State.WAITING);
        var code = Objects.requireNonNull(sealedCode);
        sealedCode = null;
        state = State.SENT;
        sentAt = now;
        // Hours as they pass: also over the night in which the clock changes.
        expiresAt = now.plus(Duration.ofHours(answerWithinHours));
        return code;
    }

    void accept(Instant now) {
        requireAnswerable(now);
        state = State.ACCEPTED;
    }

    void decline(Instant now) {
        requireAnswerable(now);
        state = State.DECLINED;
    }

    private void requireAnswerable(Instant now) {
        require(State.SENT);
        if (now.isAfter(Objects.requireNonNull(expiresAt))) {
            throw new Refused("invitation-over", "The time for an answer is over.");
        }
    }

    boolean expire(Instant now) {
        if (state != State.SENT || !now.isAfter(Objects.requireNonNull(expiresAt))) {
            return false;
        }
        state = State.EXPIRED;
        return true;
    }

    void withdraw() {
        require(State.WAITING, State.SENT);
        sealedCode = null;
        state = State.WITHDRAWN;
    }

    void ask(String words) {
        require(State.SENT);
        question = words;
        answer = null;
    }

    /** Whoever asks has as long to answer as at the beginning. */
    void answer(String words, Instant now) {
        require(State.SENT);
        if (question == null) {
            throw new Refused("wrong-state", "Nothing was asked.");
        }
        answer = words;
        expiresAt = now.plus(Duration.ofHours(answerWithinHours));
    }

    private void require(State... allowed) {
        if (!List.of(allowed).contains(state)) {
            throw switch (state) {
                case WAITING -> new Refused("wrong-state", "Its turn has not come yet.");
                case SENT -> new Refused("wrong-state", "It waits for an answer.");
                case ACCEPTED, DECLINED -> new Refused("wrong-state", "This invitation was answered already.");
                case EXPIRED, WITHDRAWN ->
                    new Refused("invitation-over", "Nobody is asked by this invitation any more.");
            };
        }
    }

    boolean isOf(UUID someone) {
        return peerExpert.equals(someone);
    }

    UUID request() {
        return request;
    }

    UUID peerExpert() {
        return peerExpert;
    }

    int turn() {
        return turn;
    }

    State state() {
        return state;
    }

    @Nullable
    Instant expiresAt() {
        return expiresAt;
    }

    @Nullable
    String question() {
        return question;
    }

    @Nullable
    String answer() {
        return answer;
    }

    Score score() {
        return score;
    }
}
