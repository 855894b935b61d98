package fi.rinnalla.peerexpert.training;

import fi.rinnalla.service.time.Helsinki;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What this organisation has agreed to show to another, why, and until when. Without one, nothing is shown. */
@Repository
public class SharingAgreements {

    private final JdbcClient rows;
    private final Clock clock;

    SharingAgreements(JdbcClient rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** @param until last day */
    record Agreement(String partner, String what, String why, LocalDate until) {}

    boolean allow(String what, String partner) {
        return !rows.sql("SELECT FROM sharing_agreement WHERE what = ? AND partner = ? AND until >= ?")
                .params(what, partner, Helsinki.today(clock).toString())
                .query()
                .listOfRows()
                .isEmpty();
    }

    void agree(Agreement agreement) {
        rows.sql("""
                        INSERT INTO sharing_agreement (partner, what, why, until) VALUES (?, ?, ?, ?)
                        ON CONFLICT (organisation, partner, what) DO UPDATE SET why = excluded.why, until = excluded.until
                        """)
                .params(
                        agreement.partner(),
                        agreement.what(),
                        agreement.why(),
                        agreement.until().toString())
                .update();
    }

    /** Nothing is shown to anybody from today on. */
    public void endAll() {
        var yesterday = Helsinki.today(clock).minusDays(1).toString();
        rows.sql("UPDATE sharing_agreement SET until = ? WHERE until > ?")
                .params(yesterday, yesterday)
                .update();
    }

    List<Agreement> all() {
        return rows.sql("SELECT partner, what, why, until::date AS until FROM sharing_agreement ORDER BY partner, what")
                .query(Agreement.class)
                .list();
    }
}
