package fi.rinnalla.feedback.figure;

import fi.rinnalla.service.rows.Keeper;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When a unit's facts in a view last changed: a number that never comes again. Told in the transaction that changes them. */
@Component
public class Moves {

    private final Keeper keeper;
    private final JdbcClient rows;

    Moves(Keeper keeper, JdbcClient rows) {
        this.keeper = keeper;
        this.rows = rows;
    }

    /** A unit of an organisation. */
    public record Place(String organisation, String unit) {}

    public void moved(String view, int generation, Set<Place> places) {
        if (!places.isEmpty()) {
            keeper.rows()
                    .sql("""
                            INSERT INTO view_moved (view, generation, organisation, unit)
                            SELECT ?, ?, * FROM unnest(?::text[], ?::text[])
                            ON CONFLICT (organisation, view, generation, unit) DO UPDATE SET moved = nextval('view_move')
                            """)
                    .params(view, generation, each(places, Place::organisation), each(places, Place::unit))
                    .update();
        }
    }

    private static String[] each(Set<Place> places, Function<Place, String> name) {
        return places.stream().map(name).toArray(String[]::new);
    }

    public void allMoved(String view) {
        keeper.rows()
                .sql("UPDATE view_moved SET moved = nextval('view_move') WHERE view = ?")
                .param(view)
                .update();
    }

    /** Whatever takes the place of what is dropped may tell otherwise. */
    public void dropped(String view, int generation) {
        keeper.rows()
                .sql("DELETE FROM view_moved WHERE view = ? AND generation = ?")
                .params(view, generation)
                .update();
        allMoved(view);
    }

    /**
     * Of the caller's organisation, in the generations that are read: another number whenever one of the views has moved. A sum,
     * because of two views the one that took the later number may have committed first.
     *
     * @param unit absent for the whole organisation
     * @return 0 where nothing ever came
     */
    long of(List<String> views, @Nullable String unit) {
        var all =
                rows.sql("""
                        SELECT coalesce(sum(moved), 0)::bigint FROM view_moved JOIN view_generation USING (view, generation)
                        WHERE live AND view IN (:views) AND %s
                        """.formatted(unit == null ? "true" : "unit = :unit")).param("views", views);
        return (unit == null ? all : all.param("unit", unit)).query(Long.class).single();
    }
}
