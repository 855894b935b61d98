package fi.rinnalla.session.plan;

import fi.rinnalla.event.plan.RevisionAnswers;
import fi.rinnalla.service.answering.BadRequest;
import fi.rinnalla.service.asking.Caller;
import fi.rinnalla.session.idea.Ideas;
import fi.rinnalla.session.meeting.Meetings;
import fi.rinnalla.session.theme.FeedbackThemes;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A revision names a meeting with the plan's client, an idea that is there for both, or a theme of feedback that was heard of; a
 * wish of the client is its own explanation.
 */
@Component
class WhatItAnswers {

    private final Meetings meetings;
    private final Ideas ideas;
    private final FeedbackThemes themes;

    WhatItAnswers(Meetings meetings, Ideas ideas, FeedbackThemes themes) {
        this.meetings = meetings;
        this.ideas = ideas;
        this.themes = themes;
    }

    void require(Plan plan, RevisionAnswers answers, @Nullable UUID which, Caller caller) {
        if (which == null) {
            return;
        }
        boolean known = switch (answers) {
            case MEETING -> meetings.wasWith(which, plan.client());
            case IDEA -> ideas.isThereFor(which, caller);
            case FEEDBACK -> themes.knows(which);
            case CLIENT_WISH -> false;
        };
        if (!known) {
            throw BadRequest.field(
                    "/answersWhich",
                    "unknown",
                    "Name a meeting with this client, an idea that you can read or a theme of feedback, or leave it out.");
        }
    }
}
