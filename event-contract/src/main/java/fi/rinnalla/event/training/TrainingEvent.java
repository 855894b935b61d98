package fi.rinnalla.event.training;

import com.fasterxml.jackson.annotation.JsonProperty;
import fi.rinnalla.event.Event;
import fi.rinnalla.event.Family;
import fi.rinnalla.event.Said;
import fi.rinnalla.event.Said.Audience;
import java.time.LocalDate;
import java.util.UUID;

/** Somebody trains to be a peer expert: never who. Said by peer-expert-service; subject is the course's id. */
@Family(topic = "training")
public sealed interface TrainingEvent extends Event {

    /**
     * @param enrolment joins the two events of one person on one course, and nothing else
     * @param jointly   together with a worker, as a pair
     */
    @Said(type = "fi.rinnalla.training.started", to = Audience.ORGANISATION)
    record TrainingStarted(
            @JsonProperty("enrolment") UUID enrolment,
            @JsonProperty("startedOn") LocalDate startedOn,
            @JsonProperty("jointly") boolean jointly)
            implements TrainingEvent {}

    /**
     * @param days            how many training days it took
     * @param withPeerTrainer whether one of the trainers was a peer expert
     */
    @Said(type = "fi.rinnalla.training.completed", to = Audience.ORGANISATION)
    record TrainingCompleted(
            @JsonProperty("enrolment") UUID enrolment,
            @JsonProperty("startedOn") LocalDate startedOn,
            @JsonProperty("completedOn") LocalDate completedOn,
            @JsonProperty("days") int days,
            @JsonProperty("jointly") boolean jointly,
            @JsonProperty("withPeerTrainer") boolean withPeerTrainer)
            implements TrainingEvent {}
}
