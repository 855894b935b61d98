package fi.rinnalla.event.notebook;

import com.fasterxml.jackson.annotation.JsonProperty;
import fi.rinnalla.event.Event;
import fi.rinnalla.event.Family;
import fi.rinnalla.event.Said;
import fi.rinnalla.event.Said.Audience;
import fi.rinnalla.event.plan.Source;

/** What happens between revisions of a plan: that it happened, never its words. Said by session-service; subject is the notebook's id. */
@Family(topic = "notebook")
public sealed interface NotebookEvent extends Event {

    /** A goal was split into steps. */
    @Said(type = "fi.rinnalla.notebook.goal-split", to = Audience.ORGANISATION)
    record GoalSplit(
            @JsonProperty("unit") String unit,
            @JsonProperty("steps") int steps) implements NotebookEvent {}

    /**
     * A step was taken.
     *
     * @param daysFromSplit days from the splitting of the goal
     */
    @Said(type = "fi.rinnalla.notebook.step-done", to = Audience.ORGANISATION)
    record StepDone(
            @JsonProperty("unit") String unit,
            @JsonProperty("daysFromSplit") int daysFromSplit) implements NotebookEvent {}

    /** A success was named. */
    @Said(type = "fi.rinnalla.notebook.win-named", to = Audience.ORGANISATION)
    record WinNamed(
            @JsonProperty("unit") String unit,
            @JsonProperty("namedBy") Source namedBy) implements NotebookEvent {}

    /**
     * A service that the client wanted began.
     *
     * @param daysFromWanted days from the day by which it was wanted; negative where it began before
     */
    @Said(type = "fi.rinnalla.notebook.service-started", to = Audience.ORGANISATION)
    record ServiceStarted(
            @JsonProperty("unit") String unit,
            @JsonProperty("daysFromWanted") int daysFromWanted) implements NotebookEvent {}

    /** A support was linked to a goal: no kind and no amount. */
    @Said(type = "fi.rinnalla.notebook.support-linked", to = Audience.ORGANISATION)
    record SupportLinked(@JsonProperty("unit") String unit) implements NotebookEvent {}

    /** A client reached the prize of a scheme of their own. */
    @Said(type = "fi.rinnalla.notebook.prize-reached", to = Audience.ORGANISATION)
    record PrizeReached(@JsonProperty("unit") String unit) implements NotebookEvent {}

    /** A client told in own words what helped. */
    @Said(type = "fi.rinnalla.notebook.what-helped-told", to = Audience.ORGANISATION)
    record WhatHelpedTold(@JsonProperty("unit") String unit) implements NotebookEvent {}
}
