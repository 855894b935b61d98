package fi.rinnalla.feedback.ask;

import fi.rinnalla.feedback.FeedbackSettings;
import fi.rinnalla.service.delivering.Address;
import fi.rinnalla.service.delivering.Sealing;
import fi.rinnalla.service.time.Helsinki;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who was asked so lately that they are left in peace. Under a keyed hash of where they were reached: whoever reads the table
 * without the key can't try numbers. Nothing ties a row to an ask or an answer.
 */
@Repository
class AskedLately {

    private final JdbcClient rows;
    private final Sealing sealing;
    private final FeedbackSettings settings;
    private final Clock clock;

    AskedLately(JdbcClient rows, Sealing sealing, FeedbackSettings settings, Clock clock) {
        this.rows = rows;
        this.sealing = sealing;
        this.settings = settings;
        this.clock = clock;
    }

    boolean remembers(Address person) {
        return rows.sql("SELECT true FROM asked_lately WHERE who = ? AND until > ?")
                .params(sealing.keyedHash(person.value()), Helsinki.today(clock))
                .query(Boolean.class)
                .optional()
                .isPresent();
    }

    void remember(Address person) {
        rows.sql("""
                        INSERT INTO asked_lately (who, until) VALUES (?, ?)
                        ON CONFLICT (organisation, who) DO UPDATE SET until = excluded.until
                        """)
                .params(sealing.keyedHash(person.value()), Helsinki.today(clock).plusDays(settings.daysBetweenAsks()))
                .update();
    }
}
