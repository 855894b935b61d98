package fi.rinnalla.feedback;

import fi.rinnalla.service.rows.Keeper;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Units in which enough people have told something to let it out. A unit's turn comes once nothing has come since the look
 * before: larger batches tell less. Nothing arrives there during its turn, which is a transaction of its own.
 */
public final class UnitsAtRest {

    private final Keeper keeper;
    private final String table;
    private final int enough;
    private Set<Unit> seenBefore = Set.of();

    /** @param table where it waits, by organisation and unit; what is doubtful is left aside */
    public UnitsAtRest(Keeper keeper, String table, int enough) {
        this.keeper = keeper;
        this.table = table;
        this.enough = enough;
    }

    public record Unit(String organisation, String unit, long waiting) {

        /** Under which the unit's locks and its stream of events are. */
        public String name() {
            return organisation + "/" + unit;
        }
    }

    /** Called again and again. */
    public void each(Consumer<Unit> turn) {
        var units = Set.copyOf(keeper.rows()
                .sql(
                        "SELECT organisation, unit, count(*) AS waiting FROM %s WHERE NOT doubtful GROUP BY 1, 2 HAVING count(*) >= ?"
                                .formatted(table))
                .param(enough)
                .query(Unit.class)
                .list());
        units.stream()
                .filter(seenBefore::contains)
                .forEach(unit -> keeper.transaction().executeWithoutResult(status -> {
                    keeper.rows()
                            .sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 2))")
                            .param(unit.name())
                            .query((row, n) -> true)
                            .list();
                    turn.accept(unit);
                }));
        seenBefore = units;
    }
}
