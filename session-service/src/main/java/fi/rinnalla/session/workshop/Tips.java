package fi.rinnalla.session.workshop;

import fi.rinnalla.service.answering.BadRequest;
import fi.rinnalla.service.answering.Page;
import fi.rinnalla.service.answering.Paging;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The activities' boxes of tips. */
@Repository
public class Tips {

    private final JdbcClient rows;

    Tips(JdbcClient rows) {
        this.rows = rows;
    }

    record Tip(UUID id, String words) {}

    void drop(UUID id, UUID activity, String words) {
        rows.sql("INSERT INTO tip (id, activity, words) VALUES (?, ?, ?)")
                .params(id, activity, words)
                .update();
    }

    Page<Tip> of(UUID activity, Paging paging) {
        var found = rows.sql("SELECT id, words FROM tip WHERE activity = ? AND id > ? ORDER BY id LIMIT ?")
                .params(activity, paging.afterId(), paging.limitAndOne())
                .query(Tip.class)
                .list();
        return Page.of(found, paging, tip -> tip.id().toString());
    }

    /** Refuses one that is in no box of the organisation's. */
    public void require(UUID tip) {
        if (!rows.sql("SELECT EXISTS (SELECT FROM tip WHERE id = ?)")
                .param(tip)
                .query(Boolean.class)
                .single()) {
            throw BadRequest.field("/ref", "unknown", "Your organisation has no such tip.");
        }
    }
}
