package fi.rinnalla.peerexpert.notice;

import fi.rinnalla.service.delivering.Address;
import fi.rinnalla.service.delivering.Sealing;
import fi.rinnalla.service.pages.Language;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Where somebody wishes to be told, besides reading their notices here. Sealed, and seen by nobody else. */
@Repository
class Reach {

    private final JdbcClient rows;
    private final JsonMapper json;
    private final Sealing sealing;

    Reach(JdbcClient rows, JsonMapper json, Sealing sealing) {
        this.rows = rows;
        this.json = json;
        this.sealing = sealing;
    }

    record Wish(Address address, Language language) {}

    Optional<Wish> of(String login) {
        return rows.sql("SELECT sealed FROM reach WHERE login = ?")
                .param(login)
                .query((row, n) -> json.readValue(sealing.open(row.getBytes("sealed")), Wish.class))
                .optional();
    }

    void keep(String login, Wish wish) {
        rows.sql("""
                        INSERT INTO reach (login, sealed) VALUES (?, ?)
                        ON CONFLICT (organisation, login) DO UPDATE SET sealed = excluded.sealed
                        """)
                .params(login, sealing.close(json.writeValueAsString(wish)))
                .update();
    }

    void forget(String login) {
        rows.sql("DELETE FROM reach WHERE login = ?").param(login).update();
    }
}
