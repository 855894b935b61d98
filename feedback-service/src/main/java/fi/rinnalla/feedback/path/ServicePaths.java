package fi.rinnalla.feedback.path;

import fi.rinnalla.feedback.path.ServicePath.Told;
import fi.rinnalla.service.delivering.Sealing;
import fi.rinnalla.service.rows.Keeper;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Where what was drawn waits until enough have drawn the same service. Nothing here tells who, when, or which came together. */
@Repository
class ServicePaths {

    private static final String FOUND = "SELECT id, sealed, is_open FROM path_waiting WHERE unit = ? AND NOT doubtful";

    private final JdbcClient rows;
    private final Keeper keeper;
    private final JsonMapper json;
    private final Sealing sealing;

    ServicePaths(JdbcClient rows, Keeper keeper, JsonMapper json, Sealing sealing) {
        this.rows = rows;
        this.keeper = keeper;
        this.json = json;
        this.sealing = sealing;
    }

    record Waiting(UUID id, Told told) {}

    /** @param doubtful whether a person looks before it counts */
    void keep(String unit, ServicePath path, boolean doubtful) {
        path.told()
                .forEach(told -> rows.sql("INSERT INTO path_waiting (id, unit, sealed, doubtful) VALUES (?, ?, ?, ?)")
                        .params(UUID.randomUUID(), unit, sealed(told), doubtful)
                        .update());
        rows.sql("SELECT shuffle_paths(?)").param(unit).query((row, n) -> true).list();
    }

    private byte[] sealed(Told told) {
        return sealing.closeAtOneLength(json.writeValueAsString(told));
    }

    /** Of the caller's organisation. */
    List<Waiting> waiting(String unit) {
        return rows.sql(FOUND).param(unit).query(this::open).list();
    }

    List<Waiting> waitingForKeeper(String organisation, String unit) {
        return keeper.rows()
                .sql(FOUND + " AND organisation = ?")
                .params(unit, organisation)
                .query(this::open)
                .list();
    }

    private Waiting open(ResultSet row, int n) throws SQLException {
        var bytes = row.getBytes("sealed");
        var told = row.getBoolean("is_open") ? new String(bytes, StandardCharsets.UTF_8) : sealing.open(bytes);
        return new Waiting(row.getObject("id", UUID.class), json.readValue(told, Told.class));
    }

    /** What was said goes; what still waits of it stays. */
    void replace(String organisation, String unit, List<Waiting> said, List<Told> left) {
        keeper.rows()
                .sql("DELETE FROM path_waiting WHERE id = ANY (?)")
                .param(said.stream().map(Waiting::id).toArray(UUID[]::new))
                .update();
        left.forEach(told -> keeper.rows()
                .sql("INSERT INTO path_waiting (id, organisation, unit, sealed) VALUES (?, ?, ?, ?)")
                .params(UUID.randomUUID(), organisation, unit, sealed(told))
                .update());
    }
}
