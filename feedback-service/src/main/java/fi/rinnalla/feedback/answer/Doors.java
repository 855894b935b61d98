package fi.rinnalla.feedback.answer;

import fi.rinnalla.event.feedback.Giver;
import fi.rinnalla.feedback.Period;
import fi.rinnalla.service.pages.Secrets;
import fi.rinnalla.service.rows.BySecret;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Doors of units: links that many use, on a poster or a tablet. Of a flood through one, a person looks before it counts. */
@Repository
class Doors {

    /** In a week: more than meet in one unit and find the poster. */
    private static final int MOST_FORMS_A_WEEK = 200;

    private final JdbcClient rows;
    private final BySecret bySecret;

    Doors(JdbcClient rows, BySecret bySecret) {
        this.rows = rows;
        this.bySecret = bySecret;
    }

    record Door(String code, String unit, Giver giver) {}

    /** The same each time. */
    Door of(String unit, Giver giver) {
        rows.sql("INSERT INTO door (code, unit, giver) VALUES (?, ?, ?) ON CONFLICT (organisation, unit, giver) DO NOTHING")
                .params(Secrets.token(), unit, giver.name())
                .update();
        return rows.sql("SELECT code, unit, giver FROM door WHERE unit = ? AND giver = ?")
                .params(unit, giver.name())
                .query(Door.class)
                .single();
    }

    <T> Optional<T> open(String code, Function<Door, T> whatFollows) {
        return bySecret.open("door_organisation", code, () -> rows.sql("SELECT code, unit, giver FROM door WHERE code = ?")
                .param(code)
                .query(Door.class)
                .optional()
                .map(whatFollows));
    }

    /** @return empty for a form that was sent before */
    Optional<Integer> formsThisWeek(Door door, Period.Week week, String form) {
        int first = rows.sql("INSERT INTO door_form (hash, unit, week) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                .params(Secrets.hash(form), door.unit(), week.toString())
                .update();
        return first == 0
                ? Optional.empty()
                : Optional.of(rows.sql("SELECT count(*) FROM door_form WHERE unit = ? AND week = ?")
                        .params(door.unit(), week.toString())
                        .query(Integer.class)
                        .single());
    }

    static boolean isFlood(int forms) {
        return forms > MOST_FORMS_A_WEEK;
    }
}
