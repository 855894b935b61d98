package fi.rinnalla.peerexpert.asking;

import com.fasterxml.jackson.annotation.JsonProperty;
import fi.rinnalla.event.peerexpert.PeerExpertEvent.ClientAnswered;
import fi.rinnalla.event.peerexpert.PeerExpertEvent.ClientAsked;
import fi.rinnalla.service.answering.Refused;
import fi.rinnalla.service.keeping.Whole;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** "Would you like to develop with us?" Asking is already an opportunity; "no" is respected everywhere (P48). */
class Asking extends Whole {

    private static final int NOT_NOW_MONTHS = 6;

    enum Reply {
        @JsonProperty("yes")
        YES,
        @JsonProperty("not-now")
        NOT_NOW,
        @JsonProperty("never")
        NEVER
    }

    private String client;

    @SuppressWarnings("UnusedVariable") // kept in the document
    private String by;

    private LocalDate askedOn;
    private @Nullable Reply answer;
    private @Nullable LocalDate answeredOn;

    @SuppressWarnings("NullAway.Init") // reading it back fills the fields
    private Asking() {}

    Asking(UUID id, String client, String by, LocalDate askedOn) {
        super(id);
        this.client = client;
        this.by = by;
        this.askedOn = askedOn;
    }

    ClientAsked asked() {
        return new ClientAsked(askedOn);
    }

    /** A later yes is always welcome, also after a never; nobody else may ask for it. */
    ClientAnswered answer(Reply given, LocalDate on) {
        if (answer == Reply.YES) {
            throw new Refused("wrong-state", "You have said yes already.");
        }
        answer = given;
        answeredOn = on;
        return new ClientAnswered(askedOn, given == Reply.YES, given == Reply.NEVER);
    }

    /** Whether nobody asks now: an answer is awaited, it was yes or never, or "not now" less than half a year ago. */
    boolean forbidsAsking(LocalDate today) {
        return answer == null
                || answer != Reply.NOT_NOW
                || today.isBefore(Objects.requireNonNull(answeredOn).plusMonths(NOT_NOW_MONTHS));
    }

    String client() {
        return client;
    }

    LocalDate askedOn() {
        return askedOn;
    }

    @Nullable
    Reply answer() {
        return answer;
    }
}
