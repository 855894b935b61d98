package fi.rinnalla.service.answering;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which requests were answered, and how: kept in the command's own transaction, so both hold or neither. */
class AnsweredRequests {

    /** @param headers one {@code name: value} a line, those that belong to the answer's meaning */
    record Answer(
            byte[] digest,
            @Nullable Integer status,
            @Nullable String headers,
            byte @Nullable [] body) {}

    private final JdbcClient rows;

    AnsweredRequests(JdbcClient rows) {
        this.rows = rows;
    }

    /** Takes the key, or returns what was answered. Waits for a request with the same key that is still under way. */
    Optional<Answer> begin(String caller, String key, byte[] digest) {
        var taken = rows.sql("""
                        INSERT INTO answered_request (caller, key, digest) VALUES (?, ?, ?)
                        ON CONFLICT (organisation, caller, key) DO NOTHING
                        """).params(caller, key, digest).update();
        return taken == 1
                ? Optional.empty()
                : Optional.of(
                        rows.sql("""
                                SELECT digest, status, headers, body FROM answered_request WHERE caller = ? AND key = ?
                                """).params(caller, key).query(Answer.class).single());
    }

    void keep(String caller, String key, int status, String headers, byte[] body) {
        rows.sql("UPDATE answered_request SET status = ?, headers = ?, body = ? WHERE caller = ? AND key = ?")
                .params(status, headers, body, caller, key)
                .update();
    }
}
