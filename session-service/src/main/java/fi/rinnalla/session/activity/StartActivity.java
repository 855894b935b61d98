package fi.rinnalla.session.activity;

import fi.rinnalla.service.answering.Refused;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.UserRole;
import fi.rinnalla.service.rows.Ids;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A coordinator starts an activity of a unit, such as Lifti or Sosku. */
@RestController
class StartActivity {

    private final JdbcClient rows;
    private final Ids ids;

    StartActivity(JdbcClient rows, Ids ids) {
        this.rows = rows;
        this.ids = ids;
    }

    record Request(
            @NotNull(message = "required") String unit,

            @NotNull(message = "required") @Size(min = 1, max = 100, message = "length-1-to-100")
            String name,

            @NotNull(message = "required") LocalDate startedOn) {}

    @PostMapping("/api/v1/activities")
    @AllowedTo(UserRole.COORDINATOR)
    ResponseEntity<Void> start(@Valid @RequestBody Request request) {
        var id = ids.get();
        int started = rows.sql("""
                        INSERT INTO activity (id, unit, name, started_on)
                        SELECT ?, slug, ?, ? FROM unit WHERE slug = ?
                        ON CONFLICT (organisation, unit, name) DO NOTHING
                        """)
                .params(id, request.name(), request.startedOn(), request.unit())
                .update();
        if (started == 0) {
            throw new Refused(
                    "activity-not-possible", "The unit is not there, or it has an activity of this name already.");
        }
        return ResponseEntity.created(URI.create("/api/v1/activities/" + id)).build();
    }
}
