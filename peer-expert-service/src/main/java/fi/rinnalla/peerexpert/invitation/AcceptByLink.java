package fi.rinnalla.peerexpert.invitation;

import static fi.rinnalla.service.asking.UserRole.PEER_EXPERT;

import fi.rinnalla.peerexpert.pool.PeerExpert;
import fi.rinnalla.peerexpert.pool.PeerExperts;
import fi.rinnalla.peerexpert.request.PeerRequests;
import fi.rinnalla.service.answering.Refused;
import fi.rinnalla.service.asking.Caller;
import fi.rinnalla.service.pages.Language;
import fi.rinnalla.service.pages.Secrets;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Whoever is invited says yes, with or without the fee: on the invitation's own page, logged in, the terms in sight.
 * To anybody else who is logged in the invitation is not there. The gateway sends people here through its login and
 * guards the form; said twice, a yes is said once.
 */
@RestController
class AcceptByLink {

    /** What the gateway wants back with the form, to know it for its own. */
    private static final String FORM_TOKEN = "X-Form-Token";

    private final Invitations invitations;
    private final InvitationPage page;
    private final AnswerInvitation answering;
    private final PeerRequests requests;
    private final PeerExperts peerExperts;
    private final TransactionTemplate transaction;

    AcceptByLink(
            Invitations invitations,
            InvitationPage page,
            AnswerInvitation answering,
            PeerRequests requests,
            PeerExperts peerExperts,
            TransactionTemplate transaction) {
        this.invitations = invitations;
        this.page = page;
        this.answering = answering;
        this.requests = requests;
        this.peerExperts = peerExperts;
        this.transaction = transaction;
    }

    @GetMapping("/k/{code}/yes")
    ResponseEntity<String> read(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String lang,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String preferred,
            @RequestHeader(name = FORM_TOKEN, defaultValue = "") String formToken) {
        var language = Language.of(lang, preferred);
        return shown(code, language, formToken, null);
    }

    /**
     * @param seen of which terms, time and place the person read
     * @param fee  {@code no} for the task without its fee
     */
    @PostMapping("/k/{code}/yes")
    ResponseEntity<String> accept(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String lang,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "") String fee,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String preferred,
            @RequestHeader(name = FORM_TOKEN, defaultValue = "") String formToken) {
        var language = Language.of(lang, preferred);
        try {
            return own(code, (invitation, me) -> {
                        if (invitation.state() != Invitation.State.ACCEPTED) {
                            requests.change(invitation.request()); // and stays as it is read now until this is done
                            if (!seen.equals(page.agreedTo(invitation))) {
                                throw new Refused(
                                        "changed-meanwhile", "The terms, the time or the place are others now.");
                            }
                            answering.accept(invitation.id(), me, fee.equals("no"));
                        }
                        // Read by itself: Back and reload then show the receipt, and send nothing again.
                        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                                .location(URI.create("/k/" + code + "/yes?lang=" + language.tag()))
                                .<String>build();
                    })
                    .orElseGet(() -> page.notThereForThisLogin(language));
        } catch (Refused refused) {
            return shown(code, language, formToken, InvitationPage.refusal(language, refused.code()));
        }
    }

    private ResponseEntity<String> shown(String code, Language language, String formToken, @Nullable String refusal) {
        return own(code, (invitation, me) -> {
                    var values = page.values(invitation, language, code);
                    values.put("proved", true);
                    values.put("formToken", formToken);
                    values.put("seen", page.agreedTo(invitation));
                    // Of two taps the second is refused, and has what it wanted.
                    boolean refused = refusal != null && invitation.state() != Invitation.State.ACCEPTED;
                    if (refused) {
                        values.put("refused", Objects.requireNonNull(refusal));
                    }
                    return page.show(refused ? HttpStatus.CONFLICT : HttpStatus.OK, language, values);
                })
                .orElseGet(() -> page.notThereForThisLogin(language));
    }

    /** In the caller's own organisation, and only if it is the caller who is invited. */
    private <T> Optional<T> own(String code, BiFunction<Invitation, PeerExpert, T> work) {
        return Caller.current()
                .filter(caller -> caller.is(PEER_EXPERT))
                .flatMap(caller -> Objects.requireNonNull(transaction.execute(status -> invitations
                        .withCode(Secrets.hexHash(code))
                        .flatMap(invitation -> peerExperts
                                .named(caller.login())
                                .filter(me -> invitation.isOf(me.id()))
                                .map(me -> work.apply(invitation, me))))));
    }
}
