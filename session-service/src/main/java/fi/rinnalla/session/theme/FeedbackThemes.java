package fi.rinnalla.session.theme;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The themes of feedback that were heard of, by their ids: names and words stay in the feedback-service. */
@Repository
public class FeedbackThemes {

    private final JdbcClient rows;

    FeedbackThemes(JdbcClient rows) {
        this.rows = rows;
    }

    public boolean knows(UUID theme) {
        return rows.sql("SELECT true FROM heard_theme WHERE theme = ?")
                .param(theme)
                .query(Boolean.class)
                .optional()
                .isPresent();
    }
}
