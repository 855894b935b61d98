package fi.rinnalla.service.arriving;

import fi.rinnalla.service.rows.Keeper;
import java.util.Optional;

/** Which generation of a view is live, and which is being built. */
public class Generations {

    private final Keeper keeper;

    Generations(Keeper keeper) {
        this.keeper = keeper;
    }

    int liveOrFirst(String view) {
        keeper.rows().sql("""
                        INSERT INTO view_generation (view, generation, live) SELECT ?, 1, true
                        WHERE NOT EXISTS (SELECT FROM view_generation WHERE view = ?)
                        """).params(view, view).update();
        return of(view, true).orElseThrow();
    }

    public Optional<Integer> building(String view) {
        return of(view, false);
    }

    private Optional<Integer> of(String view, boolean live) {
        return keeper.rows()
                .sql("SELECT generation FROM view_generation WHERE view = ? AND live = ?")
                .params(view, live)
                .query(Integer.class)
                .optional();
    }

    /** Begins a rebuild unless one is under way. */
    public void rebuild(String view) {
        keeper.rows().sql("""
                        INSERT INTO view_generation (view, generation, live)
                        SELECT view, generation + 1, false FROM view_generation WHERE view = ? AND live
                        ON CONFLICT DO NOTHING
                        """).param(view).update();
    }

    void replace(String view, int old, int next) {
        keeper.rows()
                .sql("DELETE FROM view_generation WHERE view = ? AND generation = ?")
                .params(view, old)
                .update();
        keeper.rows()
                .sql("UPDATE view_generation SET live = true WHERE view = ? AND generation = ?")
                .params(view, next)
                .update();
    }
}
