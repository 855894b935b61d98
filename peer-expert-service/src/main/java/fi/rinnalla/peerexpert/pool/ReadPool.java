package fi.rinnalla.peerexpert.pool;

import fi.rinnalla.service.answering.Page;
import fi.rinnalla.service.answering.Paging;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.UserRole;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The organisation's pool, for those who coordinate it. */
@RestController
class ReadPool {

    private final JdbcClient rows;

    ReadPool(JdbcClient rows) {
        this.rows = rows;
    }

    record PeerExpertShown(UUID id, String login, String name, Level level) {}

    @GetMapping("/api/v1/peer-experts")
    @AllowedTo(UserRole.COORDINATOR)
    Page<PeerExpertShown> pool(Paging paging) {
        var found = rows.sql("SELECT id, login, name, level FROM peer_expert WHERE id > ? ORDER BY id LIMIT ?")
                .params(paging.after().map(UUID::fromString).orElse(new UUID(0, 0)), paging.limitAndOne())
                .query(PeerExpertShown.class)
                .list();
        return Page.of(found, paging, one -> one.id().toString());
    }
}
