package fi.rinnalla.session.activity;

import fi.rinnalla.service.answering.BadRequest;
import fi.rinnalla.service.answering.NotFound;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The organisation's units, for the features whose records belong to one. */
@Repository
public class Units {

    private final JdbcClient rows;

    Units(JdbcClient rows) {
        this.rows = rows;
    }

    /** Refuses a slug that is none of the organisation's. */
    public void require(String slug) {
        if (!exists("SELECT EXISTS (SELECT FROM unit WHERE slug = ?)", slug)) {
            throw BadRequest.field("/unit", "unknown", "Your organisation has no such unit.");
        }
    }

    /** The same for a unit in an address: to others it is not there. */
    public void find(String slug) {
        if (!exists("SELECT EXISTS (SELECT FROM unit WHERE slug = ?)", slug)) {
            throw new NotFound();
        }
    }

    public void requireActivity(UUID activity) {
        if (!exists("SELECT EXISTS (SELECT FROM activity WHERE id = ?)", activity)) {
            throw BadRequest.field("/activity", "unknown", "Your organisation has no such activity.");
        }
    }

    public void findActivity(UUID activity) {
        if (!exists("SELECT EXISTS (SELECT FROM activity WHERE id = ?)", activity)) {
            throw new NotFound();
        }
    }

    private boolean exists(String sql, Object key) {
        return rows.sql(sql).param(key).query(Boolean.class).single();
    }
}
