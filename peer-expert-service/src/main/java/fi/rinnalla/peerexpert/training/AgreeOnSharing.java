package fi.rinnalla.peerexpert.training;

import static fi.rinnalla.service.asking.UserRole.COORDINATOR;
import static fi.rinnalla.service.asking.UserRole.MANAGER;

import fi.rinnalla.service.answering.Login;
import fi.rinnalla.service.answering.Words;
import fi.rinnalla.service.asking.AllowedTo;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A manager agrees with another organisation on what is shown to it and until when; a day in the past ends it. */
@RestController
class AgreeOnSharing {

    private final SharingAgreements agreements;

    AgreeOnSharing(SharingAgreements agreements) {
        this.agreements = agreements;
    }

    record Request(
            @NotNull(message = "required") @Login String partner,

            @NotNull(message = "required") @Pattern(regexp = "certificates", message = "certificates")
            String what,

            @Words(max = 500) String why,
            @NotNull(message = "required") LocalDate until) {}

    @PostMapping("/api/v1/sharing-agreements")
    @AllowedTo(MANAGER)
    ResponseEntity<Void> agree(@Valid @RequestBody Request request) {
        agreements.agree(
                new SharingAgreements.Agreement(request.partner(), request.what(), request.why(), request.until()));
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/api/v1/sharing-agreements")
    @AllowedTo({MANAGER, COORDINATOR})
    List<SharingAgreements.Agreement> list() {
        return agreements.all();
    }
}
