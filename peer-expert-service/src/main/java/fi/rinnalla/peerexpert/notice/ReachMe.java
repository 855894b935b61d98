package fi.rinnalla.peerexpert.notice;

import static fi.rinnalla.service.asking.UserRole.CLIENT;
import static fi.rinnalla.service.asking.UserRole.COORDINATOR;
import static fi.rinnalla.service.asking.UserRole.PEER_EXPERT;
import static fi.rinnalla.service.asking.UserRole.PROFESSIONAL;

import fi.rinnalla.service.answering.NotFound;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.Caller;
import fi.rinnalla.service.delivering.Address;
import fi.rinnalla.service.delivering.Way;
import fi.rinnalla.service.pages.Language;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Somebody chooses whether notices also come by e-mail or text message, and stops it again. */
@RestController
class ReachMe {

    private final Reach reach;

    ReachMe(Reach reach) {
        this.reach = reach;
    }

    /** @param language of the messages, Finnish if not said */
    record Wish(
            @NotNull(message = "required") Way way,

            @NotNull(message = "required") @Size(max = 254, message = "at-most-254")
            String address,

            @Nullable @Pattern(regexp = "fi|sv|en", message = "fi-sv-en")
            String language) {}

    @PostMapping("/api/v1/notices/reach")
    @AllowedTo({COORDINATOR, PEER_EXPERT, PROFESSIONAL, CLIENT})
    ResponseEntity<Void> reach(@Valid @RequestBody Wish wish, Caller caller) {
        reach.keep(
                caller.login(),
                new Reach.Wish(Address.of("/address", wish.way(), wish.address()), Language.of(wish.language(), null)));
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/api/v1/notices/reach")
    @AllowedTo({COORDINATOR, PEER_EXPERT, PROFESSIONAL, CLIENT})
    Wish mine(Caller caller) {
        return reach.of(caller.login())
                .map(wish -> new Wish(
                        wish.address().way(),
                        wish.address().value(),
                        wish.language().tag()))
                .orElseThrow(NotFound::new);
    }

    @PostMapping("/api/v1/notices/reach/stop")
    @AllowedTo({COORDINATOR, PEER_EXPERT, PROFESSIONAL, CLIENT})
    ResponseEntity<Void> stop(Caller caller) {
        reach.forget(caller.login());
        return ResponseEntity.noContent().build();
    }
}
