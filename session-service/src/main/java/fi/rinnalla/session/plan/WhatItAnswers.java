package fi.rinnalla.session.plan;

import fi.rinnalla.event.plan.RevisionAnswers;
import fi.rinnalla.service.answering.BadRequest;
import fi.rinnalla.service.asking.Caller;
import fi.rinnalla.session.idea.Ideas;
import fi.rinnalla.session.meeting.Meetings;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A revision names a meeting with the plan's client or an idea that is there for both. A theme of feedback lives in the
 * feedback-service and is taken as it is named; a wish of the client is its own explanation.
 */
@Component
class WhatItAnswers {

    private final Meetings meetings;
    private final Ideas ideas;

    WhatItAnswers(Meetings meetings, Ideas ideas) {
        this.meetings = meetings;
        this.ideas = ideas;
    }

    void require(Plan plan, RevisionAnswers answers, @Nullable UUID which, Caller caller) {
        if (which == null) {
            return;
        }
        boolean known = switch (answers) {
            case MEETING -> meetings.wasWith(which, plan.client());
            case IDEA -> ideas.isThereFor(which, caller);
            case FEEDBACK -> true;
            case CLIENT_WISH -> false;
        };
        if (!known) {
            throw BadRequest.field("/answersWhich", "unknown", "Name a meeting with this client or an idea that you can read, or leave it out.");
        }
    }
}
