package fi.rinnalla.service.accesslog;

import fi.rinnalla.service.asking.Caller;
import fi.rinnalla.service.rows.Ids;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who touched whose record, when and what for (client-data act 703/2023, section 11). Written in the transaction of the
 * touch: no log, no access. The person whom a record is about may read it.
 */
public class AccessLog {

    /** @param who the issuer's name for the person; resolved to a name only where it is shown */
    public record Touch(Instant at, String who, String did, String purpose) {}

    private final JdbcClient rows;
    private final Ids ids;
    private final Clock clock;

    AccessLog(JdbcClient rows, Ids ids, Clock clock) {
        this.rows = rows;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @param did     what was done, as a code: {@code plan-read}, {@code plan-revised}
     * @param purpose why, as a code
     */
    public void touched(Caller caller, String did, UUID subject, String purpose) {
        rows.sql("INSERT INTO access_log (id, at, who, did, subject, purpose) VALUES (?, ?, ?, ?, ?, ?)")
                .params(ids.get(), clock.instant().atOffset(ZoneOffset.UTC), caller.login(), did, subject, purpose)
                .update();
    }

    /** Everything that was done to one record, newest first. */
    public List<Touch> of(UUID subject) {
        return rows.sql("SELECT at, who, did, purpose FROM access_log WHERE subject = ? ORDER BY at DESC, id DESC")
                .param(subject)
                .query((row, n) -> new Touch(
                        row.getObject("at", java.time.OffsetDateTime.class).toInstant(),
                        row.getString("who"),
                        row.getString("did"),
                        row.getString("purpose")))
                .list();
    }
}
