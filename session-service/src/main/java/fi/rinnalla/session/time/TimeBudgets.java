package fi.rinnalla.session.time;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How many minutes a unit sets aside for a client a month. */
@Repository
class TimeBudgets {

    private final JdbcClient rows;

    TimeBudgets(JdbcClient rows) {
        this.rows = rows;
    }

    Optional<Integer> of(String unit) {
        return rows.sql("SELECT minutes FROM time_budget WHERE unit = ?")
                .param(unit)
                .query(Integer.class)
                .optional();
    }

    void set(String unit, int minutes) {
        rows.sql("""
                        INSERT INTO time_budget (unit, minutes) VALUES (?, ?)
                        ON CONFLICT (organisation, unit) DO UPDATE SET minutes = excluded.minutes
                        """).params(unit, minutes).update();
    }
}
