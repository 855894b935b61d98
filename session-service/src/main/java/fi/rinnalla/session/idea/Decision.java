package fi.rinnalla.session.idea;

import fi.rinnalla.event.idea.Outcome;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was answered to an idea, and who stands behind it.
 *
 * @param answer     the reason in plain words, for the proposers
 * @param owner      who sees to it, by task
 * @param deadline   by when, of what was adopted or adapted
 * @param outOfScope declined because it can't be influenced here
 */
record Decision(
        Outcome outcome,
        String answer,
        String owner,
        @Nullable LocalDate deadline,
        LocalDate on,
        boolean byManager,
        boolean outOfScope) {}
