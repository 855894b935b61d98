package fi.rinnalla.peerexpert.request;

import static fi.rinnalla.service.asking.UserRole.COORDINATOR;
import static fi.rinnalla.service.asking.UserRole.MANAGER;
import static fi.rinnalla.service.asking.UserRole.PEER_EXPERT;
import static fi.rinnalla.service.asking.UserRole.PROFESSIONAL;

import fi.rinnalla.event.request.TaskKind;
import fi.rinnalla.peerexpert.task.Terms;
import fi.rinnalla.service.asking.AllowedTo;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** What an organisation usually gives for a kind of task: on the table from the beginning, also of what a meeting asks for (P45). */
@RestController
class UsualTerms {

    private final JdbcClient rows;
    private final JsonMapper json;

    UsualTerms(JdbcClient rows, JsonMapper json) {
        this.rows = rows;
        this.json = json;
    }

    record Usual(
            @NotNull(message = "required") TaskKind kind,
            @NotNull(message = "required") @Valid Terms terms) {}

    private record Row(String kind, String document) {}

    @PostMapping("/api/v1/usual-terms")
    @AllowedTo({COORDINATOR, MANAGER})
    ResponseEntity<Void> set(@Valid @RequestBody Usual usual) {
        rows.sql("""
                        INSERT INTO usual_terms (kind, document) VALUES (?, ?::jsonb)
                        ON CONFLICT (organisation, kind) DO UPDATE SET document = excluded.document
                        """)
                .params(usual.kind().name(), json.writeValueAsString(usual.terms()))
                .update();
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/api/v1/usual-terms")
    @AllowedTo({COORDINATOR, MANAGER, PROFESSIONAL, PEER_EXPERT})
    List<Usual> all() {
        return rows.sql("SELECT kind, document FROM usual_terms ORDER BY kind").query(Row.class).list().stream()
                .map(row -> new Usual(TaskKind.valueOf(row.kind()), json.readValue(row.document(), Terms.class)))
                .toList();
    }

    Optional<Terms> of(TaskKind kind) {
        return all().stream()
                .filter(usual -> usual.kind() == kind)
                .map(Usual::terms)
                .findFirst();
    }
}
