package fi.rinnalla.service.keeping;

import fi.rinnalla.event.Event;
import fi.rinnalla.service.answering.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * A repository of aggregates that are kept whole, in a table {@code (id, organisation, version, sequence, document)}. What
 * is searched by is a generated column of the document. Saving also says what happened, so that none is forgotten.
 */
public abstract class Documents<T extends Whole> {

    private final String table;
    private final Class<T> type;
    private final Keeping keeping;

    protected Documents(String table, Class<T> type, Keeping keeping) {
        this.table = table;
        this.type = type;
        this.keeping = keeping;
    }

    public Optional<T> find(UUID id) {
        return where("id = ?", id).stream().findFirst();
    }

    public T get(UUID id) {
        return find(id).orElseThrow(NotFound::new);
    }

    /** To be changed: others who would change it wait until this transaction has ended. */
    public T change(UUID id) {
        return where("id = ? FOR UPDATE", id).stream().findFirst().orElseThrow(NotFound::new);
    }

    /** @param condition and whatever else follows WHERE, with a ? for each parameter */
    public List<T> where(String condition, @Nullable Object... parameters) {
        return sql("SELECT id, version, sequence, document FROM " + table + " WHERE " + condition)
                .params(Arrays.asList(parameters))
                .query(this::read)
                .list();
    }

    protected StatementSpec sql(String sql) {
        return keeping.rows().sql(sql);
    }

    public T read(ResultSet row, int n) throws SQLException {
        // As bytes: a list of documents is read often, and text would only be made of them to be taken apart.
        var whole = keeping.json().readValue(row.getBytes("document"), type);
        whole.wasKeptAs(row.getObject("id", UUID.class), row.getLong("version"), row.getLong("sequence"));
        return whole;
    }

    public void add(T whole, Event... happened) {
        sql("INSERT INTO " + table + " (id, version, sequence, document) VALUES (?, 1, ?, ?::jsonb)")
                .params(whole.id(), happened.length, keeping.json().writeValueAsString(whole))
                .update();
        say(whole, 1, happened);
    }

    /** Refused where somebody saved it since it was read. */
    public void save(T whole, Event... happened) {
        int saved = sql("UPDATE " + table
                        + " SET version = ?, sequence = ?, document = ?::jsonb WHERE id = ? AND version = ?")
                .params(
                        whole.version() + 1,
                        whole.sequence() + happened.length,
                        keeping.json().writeValueAsString(whole),
                        whole.id(),
                        whole.version())
                .update();
        if (saved == 0) {
            throw new OptimisticLockingFailureException(table);
        }
        say(whole, whole.version() + 1, happened);
    }

    private void say(T whole, long version, Event... happened) {
        var sequence = whole.sequence();
        for (var event : happened) {
            keeping.outbox().say(whole.id(), ++sequence, event);
        }
        whole.wasKeptAs(whole.id(), version, sequence);
    }
}
