package fi.rinnalla.event.idea;

import com.fasterxml.jackson.annotation.JsonProperty;
import fi.rinnalla.event.Event;
import fi.rinnalla.event.Family;
import fi.rinnalla.event.Said;
import fi.rinnalla.event.Said.Audience;
import java.time.LocalDate;
import java.util.UUID;

/** What becomes of an idea: never its words. Said by session-service; subject is the idea's id. */
@Family(topic = "idea")
public sealed interface IdeaEvent extends Event {

    /**
     * Somebody has an idea.
     *
     * @param anonymous whether somebody proposed it without a name
     */
    @Said(type = "fi.rinnalla.idea.proposed", to = Audience.ORGANISATION)
    record IdeaProposed(
            @JsonProperty("unit") String unit,
            @JsonProperty("proposedOn") LocalDate proposedOn,
            @JsonProperty("origin") Origin origin,
            @JsonProperty("form") IdeaForm form,
            @JsonProperty("area") Area area,
            @JsonProperty("bornOf") BornOf bornOf,
            @JsonProperty("proposers") int proposers,
            @JsonProperty("anonymous") boolean anonymous)
            implements IdeaEvent {}

    /**
     * An idea goes on as part of another; its proposers go with it.
     *
     * @param into the idea that it goes on in
     */
    @Said(type = "fi.rinnalla.idea.joined", to = Audience.ORGANISATION)
    record IdeaJoined(
            @JsonProperty("unit") String unit,
            @JsonProperty("into") UUID into) implements IdeaEvent {}

    /** An idea goes on as several; its proposers are in each. */
    @Said(type = "fi.rinnalla.idea.divided", to = Audience.ORGANISATION)
    record IdeaDivided(
            @JsonProperty("unit") String unit,
            @JsonProperty("parts") int parts) implements IdeaEvent {}

    /** It was said who can decide, what, and by when. */
    @Said(type = "fi.rinnalla.idea.mandate-stated", to = Audience.ORGANISATION)
    record MandateStated(
            @JsonProperty("unit") String unit,
            @JsonProperty("origin") Origin origin,
            @JsonProperty("dueOn") LocalDate dueOn)
            implements IdeaEvent {}

    /** The day of the answer went by without one. */
    @Said(type = "fi.rinnalla.idea.answer-late", to = Audience.ORGANISATION)
    record AnswerLate(
            @JsonProperty("unit") String unit,
            @JsonProperty("origin") Origin origin,
            @JsonProperty("dueOn") LocalDate dueOn)
            implements IdeaEvent {}

    /**
     * An idea was decided, with a reason in plain words.
     *
     * @param byManager whether a manager stands behind the decision
     * @param outOfScope whether it was declined because it can't be influenced here
     */
    @Said(type = "fi.rinnalla.idea.decided", to = Audience.ORGANISATION)
    record IdeaDecided(
            @JsonProperty("unit") String unit,
            @JsonProperty("origin") Origin origin,
            @JsonProperty("form") IdeaForm form,
            @JsonProperty("area") Area area,
            @JsonProperty("dueOn") LocalDate dueOn,
            @JsonProperty("decidedOn") LocalDate decidedOn,
            @JsonProperty("outcome") Outcome outcome,
            @JsonProperty("byManager") boolean byManager,
            @JsonProperty("outOfScope") boolean outOfScope,
            @JsonProperty("proposers") int proposers)
            implements IdeaEvent {}

    /** Every proposer of an idea has been told the answer. */
    @Said(type = "fi.rinnalla.idea.proposers-told", to = Audience.ORGANISATION)
    record ProposersTold(
            @JsonProperty("unit") String unit,
            @JsonProperty("origin") Origin origin,
            @JsonProperty("toldOn") LocalDate toldOn,
            @JsonProperty("proposers") int proposers)
            implements IdeaEvent {}

    /** An adopted idea is being tried. */
    @Said(type = "fi.rinnalla.idea.pilot-started", to = Audience.ORGANISATION)
    record PilotStarted(
            @JsonProperty("unit") String unit,
            @JsonProperty("origin") Origin origin,
            @JsonProperty("form") IdeaForm form,
            @JsonProperty("startedOn") LocalDate startedOn)
            implements IdeaEvent {}

    /** A unit has taken an idea into its basic work; subject to checks 6 and 12 months after the project's end. */
    @Said(type = "fi.rinnalla.idea.rooted", to = Audience.ORGANISATION)
    record IdeaRooted(
            @JsonProperty("unit") String unit,
            @JsonProperty("origin") Origin origin,
            @JsonProperty("form") IdeaForm form,
            @JsonProperty("projectEndedOn") LocalDate projectEndedOn)
            implements IdeaEvent {}

    /**
     * It was looked whether a rooted idea still lives.
     *
     * @param monthsAfter 6 or 12
     */
    @Said(type = "fi.rinnalla.idea.checked", to = Audience.ORGANISATION)
    record IdeaChecked(
            @JsonProperty("unit") String unit,
            @JsonProperty("origin") Origin origin,
            @JsonProperty("form") IdeaForm form,
            @JsonProperty("checkedOn") LocalDate checkedOn,
            @JsonProperty("monthsAfter") int monthsAfter,
            @JsonProperty("alive") boolean alive)
            implements IdeaEvent {}

    /** An idea was stopped, and what was learned was written down. */
    @Said(type = "fi.rinnalla.idea.stopped", to = Audience.ORGANISATION)
    record IdeaStopped(
            @JsonProperty("unit") String unit,
            @JsonProperty("origin") Origin origin,
            @JsonProperty("form") IdeaForm form,
            @JsonProperty("stoppedOn") LocalDate stoppedOn)
            implements IdeaEvent {}
}
