package fi.rinnalla.peerexpert.pool;

import fi.rinnalla.service.answering.Refused;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.UserRole;
import fi.rinnalla.service.rows.Ids;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A coordinator adds somebody who wishes to develop with the organisation to its pool. Training is no condition. */
@RestController
class AddPeerExpert {

    private final JdbcClient rows;
    private final Ids ids;

    AddPeerExpert(JdbcClient rows, Ids ids) {
        this.rows = rows;
        this.ids = ids;
    }

    record Request(
            @NotNull(message = "required") @Pattern(regexp = "[A-Za-z0-9._-]{1,60}", message = "login") String login,
            @NotNull(message = "required") @Size(min = 1, max = 100, message = "length-1-to-100") String name,
            @NotNull(message = "required") Level level) {}

    @PostMapping("/api/v1/peer-experts")
    @AllowedTo(UserRole.COORDINATOR)
    ResponseEntity<Void> add(@Valid @RequestBody Request request) {
        var id = ids.get();
        int added = rows.sql("""
                        INSERT INTO peer_expert (id, login, name, level) VALUES (?, ?, ?, ?)
                        ON CONFLICT (organisation, login) DO NOTHING
                        """)
                .params(id, request.login(), request.name(), request.level().name())
                .update();
        if (added == 0) {
            throw new Refused("peer-expert-exists", "This person is in your pool already.");
        }
        return ResponseEntity.created(URI.create("/api/v1/peer-experts/" + id)).build();
    }
}
