package fi.rinnalla.session.activity;

import fi.rinnalla.service.answering.Refused;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.UserRole;
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

/** A coordinator adds a unit of the organisation. Its slug names it in events; choose one that names no person. */
@RestController
class OpenUnit {

    private final JdbcClient rows;

    OpenUnit(JdbcClient rows) {
        this.rows = rows;
    }

    record Request(
            @NotNull(message = "required") @Pattern(regexp = "[a-z0-9-]{2,40}", message = "slug")
            String slug,

            @NotNull(message = "required") @Size(min = 1, max = 100, message = "length-1-to-100")
            String name) {}

    @PostMapping("/api/v1/units")
    @AllowedTo(UserRole.COORDINATOR)
    ResponseEntity<Void> open(@Valid @RequestBody Request request) {
        int opened = rows.sql("INSERT INTO unit (slug, name) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(request.slug(), request.name())
                .update();
        if (opened == 0) {
            throw new Refused("unit-exists", "Your organisation has a unit with this slug already.");
        }
        return ResponseEntity.created(URI.create("/api/v1/units/" + request.slug()))
                .build();
    }
}
