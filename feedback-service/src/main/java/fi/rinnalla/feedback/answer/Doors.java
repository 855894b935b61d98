package fi.rinnalla.feedback.answer;

import fi.rinnalla.event.feedback.Giver;
import fi.rinnalla.service.pages.Secrets;
import fi.rinnalla.service.rows.BySecret;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Doors of units: links that many use, on a poster or a tablet. */
@Repository
public class Doors {

    private final JdbcClient rows;
    private final BySecret bySecret;

    Doors(JdbcClient rows, BySecret bySecret) {
        this.rows = rows;
        this.bySecret = bySecret;
    }

    public record Door(String code, String unit, Giver giver) {}

    /** The same each time. */
    Door of(String unit, Giver giver) {
        rows.sql(
                        "INSERT INTO door (code, unit, giver) VALUES (?, ?, ?) ON CONFLICT (organisation, unit, giver) DO NOTHING")
                .params(Secrets.token(), unit, giver.name())
                .update();
        return rows.sql("SELECT code, unit, giver FROM door WHERE unit = ? AND giver = ?")
                .params(unit, giver.name())
                .query(Door.class)
                .single();
    }

    public <T> Optional<T> open(String code, Function<Door, T> whatFollows) {
        return bySecret.open(
                "door_organisation",
                code,
                () -> rows.sql("SELECT code, unit, giver FROM door WHERE code = ?")
                        .param(code)
                        .query(Door.class)
                        .optional()
                        .map(whatFollows));
    }
}
