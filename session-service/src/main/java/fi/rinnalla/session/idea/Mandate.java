package fi.rinnalla.session.idea;

import fi.rinnalla.service.answering.Words;
import java.time.LocalDate;
import java.time.Period;

/**
 * Who can decide what, and by when there is an answer (P46).
 *
 * @param statedOn when it was written down here; after the day of the answer where all of it is long past
 */
record Mandate(
        @Words(max = 200) String decides,
        @Words(max = 2_000) String what,
        LocalDate dueOn,
        LocalDate statedOn) {

    /** How long there is to write down what was decided, where all of it is long past. */
    private static final Period TIME_FOR_THE_PAST = Period.ofDays(30);

    /** The last day on which an answer is written down that was on time. */
    LocalDate lastDay() {
        return statedOn.isAfter(dueOn) ? statedOn.plus(TIME_FOR_THE_PAST) : dueOn;
    }
}
