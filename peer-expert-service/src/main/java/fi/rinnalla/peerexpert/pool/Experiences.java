package fi.rinnalla.peerexpert.pool;

import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.security.crypto.encrypt.Encryptors;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * What somebody has lived through: health data in effect, so it is sealed (AES-256-GCM, a key derived from the service's
 * secret) before it reaches the database, and never searched.
 */
@Repository
class Experiences {

    private final JdbcClient rows;
    private final JsonMapper json;
    private final BytesEncryptor seal;

    Experiences(
            JdbcClient rows,
            JsonMapper json,
            @Value("${rinnalla.peer-expert.experience-secret}") String secret,
            @Value("${rinnalla.peer-expert.experience-salt}") String salt) {
        this.rows = rows;
        this.json = json;
        this.seal = Encryptors.stronger(secret, salt);
    }

    List<String> of(UUID peerExpert) {
        return rows.sql("SELECT sealed FROM experience WHERE peer_expert = ?")
                .param(peerExpert)
                .query((row, n) -> seal.decrypt(row.getBytes("sealed")))
                .optional()
                .map(open -> List.of(json.readValue(open, String[].class)))
                .orElse(List.of());
    }

    void keep(UUID peerExpert, List<String> themes) {
        if (themes.isEmpty()) {
            rows.sql("DELETE FROM experience WHERE peer_expert = ?")
                    .param(peerExpert)
                    .update();
            return;
        }
        rows.sql("""
                        INSERT INTO experience (peer_expert, sealed) VALUES (?, ?)
                        ON CONFLICT (peer_expert) DO UPDATE SET sealed = excluded.sealed
                        """)
                .params(peerExpert, seal.encrypt(json.writeValueAsBytes(themes)))
                .update();
    }
}
