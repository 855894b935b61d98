package fi.rinnalla.peerexpert.invitation;

import fi.rinnalla.service.pages.Language;
import fi.rinnalla.service.pages.Secrets;
import fi.rinnalla.service.rows.BySecret;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Whoever has the link reads what they are asked, and can say no without a login. A yes wants a login ({@link AcceptByLink}): it is a contract. */
@RestController
class DeclineByLink {

    private final Invitations invitations;
    private final InvitationPage page;
    private final AnswerInvitation answering;
    private final BySecret bySecret;

    DeclineByLink(Invitations invitations, InvitationPage page, AnswerInvitation answering, BySecret bySecret) {
        this.invitations = invitations;
        this.page = page;
        this.answering = answering;
        this.bySecret = bySecret;
    }

    /** Of the page that a code opens. */
    static String path(String code) {
        return "/k/" + code;
    }

    @GetMapping("/k/{code}")
    ResponseEntity<String> read(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String lang,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String preferred) {
        return shown(code, Language.of(lang, preferred), invitation -> {});
    }

    @PostMapping("/k/{code}")
    ResponseEntity<String> decline(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String lang,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String preferred) {
        // Said twice, it is said once.
        return shown(code, Language.of(lang, preferred), invitation -> {
            if (invitation.state() == Invitation.State.SENT) {
                answering.decline(invitation.id());
            }
        });
    }

    private ResponseEntity<String> shown(String code, Language language, Consumer<Invitation> act) {
        return bySecret.open(
                        "invitation_organisation",
                        Secrets.hexHash(code),
                        () -> invitations.withCode(Secrets.hexHash(code)).map(invitation -> {
                            act.accept(invitation);
                            return page.values(invitations.get(invitation.id()), language, code);
                        }))
                .map(values -> page.show(HttpStatus.OK, language, values))
                .orElseGet(() -> page.notThere(language));
    }
}
