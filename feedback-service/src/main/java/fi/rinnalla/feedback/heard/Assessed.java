package fi.rinnalla.feedback.heard;

import fi.rinnalla.event.Envelope;
import fi.rinnalla.event.feedback.FeedbackEvent.PainPoint;
import fi.rinnalla.event.feedback.FeedbackEvent.ServiceAssessed;
import fi.rinnalla.feedback.figure.Rate;
import fi.rinnalla.service.rows.Keeper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was drawn of services in service paths, as the view "heard" keeps it. */
@Repository
public class Assessed {

    private final JdbcClient rows;
    private final Keeper keeper;

    Assessed(JdbcClient rows, Keeper keeper) {
        this.rows = rows;
        this.keeper = keeper;
    }

    /**
     * Of so many who drew it at the same time, for so many it works.
     *
     * @param painPoints what is hard, and how many named it
     */
    public record Batch(String quarter, UUID service, int of, int holds, Map<UUID, Integer> painPoints)
            implements Rate.Part {}

    /** Of a unit of the caller's organisation, in the generation that is read. */
    public List<Batch> of(String unit) {
        return rows.sql("""
                        SELECT quarter, service, paths, works, pain_points, times FROM path_assessed
                        WHERE unit = ? AND generation = (SELECT generation FROM view_generation WHERE view = ? AND live)
                        """).params(unit, HeardView.NAME).query(Assessed::batch).list();
    }

    private static Batch batch(ResultSet row, int n) throws SQLException {
        var named = (UUID[]) row.getArray("pain_points").getArray();
        var times = (Integer[]) row.getArray("times").getArray();
        var painPoints = new LinkedHashMap<UUID, Integer>();
        for (int i = 0; i < named.length; i++) {
            painPoints.put(named[i], times[i]);
        }
        return new Batch(
                row.getString("quarter"),
                row.getObject("service", UUID.class),
                row.getInt("paths"),
                row.getInt("works"),
                painPoints);
    }

    void keep(int generation, Envelope<?> event, ServiceAssessed said) {
        keeper.rows()
                .sql("""
                        INSERT INTO path_assessed (generation, event, organisation, unit, quarter, service, paths, works, pain_points, times)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        generation,
                        event.id(),
                        event.organisation(),
                        said.unit(),
                        said.period(),
                        said.service(),
                        said.paths(),
                        said.works(),
                        said.painPoints().stream().map(PainPoint::painPoint).toArray(UUID[]::new),
                        said.painPoints().stream().map(PainPoint::times).toArray(Integer[]::new))
                .update();
    }

    void drop(int generation) {
        keeper.rows()
                .sql("DELETE FROM path_assessed WHERE generation = ?")
                .param(generation)
                .update();
    }
}
