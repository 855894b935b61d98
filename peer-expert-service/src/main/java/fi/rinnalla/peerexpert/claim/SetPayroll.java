package fi.rinnalla.peerexpert.claim;

import static fi.rinnalla.service.asking.UserRole.COORDINATOR;
import static fi.rinnalla.service.asking.UserRole.MANAGER;

import fi.rinnalla.service.asking.AllowedTo;
import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The organisation's own limits and codes. Rinnalla knows none of them and gives no advice on tax. */
@RestController
class SetPayroll {

    private final JdbcClient rows;
    private final JsonMapper json;

    SetPayroll(JdbcClient rows, JsonMapper json) {
        this.rows = rows;
        this.json = json;
    }

    @PostMapping("/api/v1/payroll/settings")
    @AllowedTo(MANAGER)
    ResponseEntity<Void> set(@Valid @RequestBody PayrollSettings settings) {
        rows.sql("""
                        INSERT INTO payroll_settings (document) VALUES (?::jsonb)
                        ON CONFLICT (organisation) DO UPDATE SET document = excluded.document
                        """).param(json.writeValueAsString(settings)).update();
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/api/v1/payroll/settings")
    @AllowedTo({MANAGER, COORDINATOR})
    PayrollSettings read() {
        return rows.sql("SELECT document FROM payroll_settings")
                .query(String.class)
                .optional()
                .map(document -> json.readValue(document, PayrollSettings.class))
                .orElse(PayrollSettings.USUAL);
    }
}
