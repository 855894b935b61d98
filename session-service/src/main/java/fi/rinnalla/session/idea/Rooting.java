package fi.rinnalla.session.idea;

import java.time.LocalDate;
import java.util.List;

/** What became of a pilot after its project: looked at once its end is half a year and a year ago. */
record Rooting(LocalDate projectEndedOn, String ownerUnit, List<Check> checks) {

    /** @param monthsAfter the project's end: 6 or 12 */
    record Check(int monthsAfter, boolean alive, String ownerUnit, LocalDate on) {}
}
