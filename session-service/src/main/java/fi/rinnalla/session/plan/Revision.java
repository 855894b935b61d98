package fi.rinnalla.session.plan;

import fi.rinnalla.event.plan.RevisionAnswers;
import fi.rinnalla.event.plan.Source;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One state of a plan, for ever.
 *
 * @param agreedOn    the day on which both had agreed
 * @param together    whether they agreed at one table; else one proposed it and the other agreed later
 * @param reason      why, in the words of who proposed it
 * @param answersWhich the meeting, the idea or the theme that it answers, where there is one
 */
record Revision(
        int revision,
        Instant revisedAt,
        LocalDate agreedOn,
        boolean together,
        Source proposedBy,
        String reason,
        RevisionAnswers answers,
        @Nullable UUID answersWhich,
        List<Goal> goals,
        @Nullable String clientSeesOtherwise) {}
