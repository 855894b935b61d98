package fi.rinnalla.peerexpert.request;

import fi.rinnalla.service.answering.Refused;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whether an organisation has left: it then asks for nobody. */
@Repository
public class Departures {

    private final JdbcClient rows;

    Departures(JdbcClient rows) {
        this.rows = rows;
    }

    public Optional<LocalDate> leftOn() {
        return rows.sql("SELECT left_on FROM departure").query(LocalDate.class).optional();
    }

    public void requireStaying() {
        if (leftOn().isPresent()) {
            throw new Refused(
                    "organisation-left", "The organisation has left and asks for nobody. A manager can let it return.");
        }
    }

    public void leave(LocalDate on) {
        rows.sql("INSERT INTO departure (left_on) VALUES (?) ON CONFLICT DO NOTHING")
                .param(on)
                .update();
    }

    public void comeBack() {
        rows.sql("DELETE FROM departure").update();
    }
}
