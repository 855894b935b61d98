package fi.rinnalla.service.delivering;

import fi.rinnalla.service.rows.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Messages that are to leave: posted in the transaction of what they tell of, so that both hold or neither. */
public class Messages {

    private final JdbcClient rows;
    private final Ids ids;
    private final JsonMapper json;
    private final Sealing sealing;

    Messages(JdbcClient rows, Ids ids, JsonMapper json, Sealing sealing) {
        this.rows = rows;
        this.ids = ids;
        this.json = json;
        this.sealing = sealing;
    }

    public void post(Address to, String subject, String text) {
        var message = new Message(ids.get(), to, subject, text);
        rows.sql("INSERT INTO message_out (id, sealed) VALUES (?, ?)")
                .params(message.id(), sealing.close(json.writeValueAsString(message)))
                .update();
    }
}
