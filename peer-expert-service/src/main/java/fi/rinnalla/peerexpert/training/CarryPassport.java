package fi.rinnalla.peerexpert.training;

import static fi.rinnalla.service.asking.UserRole.COORDINATOR;
import static fi.rinnalla.service.asking.UserRole.PEER_EXPERT;

import fi.rinnalla.peerexpert.pool.PeerExperts;
import fi.rinnalla.service.answering.Answer;
import fi.rinnalla.service.answering.NotFound;
import fi.rinnalla.service.answering.Refused;
import fi.rinnalla.service.answering.Words;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.Caller;
import fi.rinnalla.service.pages.Secrets;
import fi.rinnalla.service.rows.BySecret;
import fi.rinnalla.service.rows.Ids;
import fi.rinnalla.service.time.Helsinki;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * A peer expert carries their certificates to another organisation: they make a code and show it, and a coordinator there
 * reads it, if the two organisations have agreed on it. Without an agreement the code opens nothing.
 */
@RestController
class CarryPassport {

    private static final int DAYS = 30;

    private final Certificates certificates;
    private final PeerExperts peerExperts;
    private final SharingAgreements agreements;
    private final BySecret bySecret;
    private final JdbcClient rows;
    private final Ids ids;
    private final Clock clock;

    CarryPassport(
            Certificates certificates,
            PeerExperts peerExperts,
            SharingAgreements agreements,
            BySecret bySecret,
            JdbcClient rows,
            Ids ids,
            Clock clock) {
        this.certificates = certificates;
        this.peerExperts = peerExperts;
        this.agreements = agreements;
        this.bySecret = bySecret;
        this.rows = rows;
        this.ids = ids;
        this.clock = clock;
    }

    record CertificateShown(
            UUID id,
            String programme,
            int version,
            @Nullable String issuer,
            LocalDate issuedOn,
            @Nullable LocalDate validUntil,
            boolean jointly) {}

    /** @param code shown this once; it opens the certificates for thirty days */
    record Passport(String code, LocalDate until) {}

    record Shown(@Words(max = 40) String code) {}

    record Read(String issuer, List<CertificateShown> certificates) {}

    private record Opened(String issuer, List<Certificate> certificates) {}

    @GetMapping("/api/v1/certificates")
    @AllowedTo(PEER_EXPERT)
    List<CertificateShown> own(Caller caller) {
        return certificates.of(peerExperts.me(caller).id()).stream()
                .map(CarryPassport::shown)
                .toList();
    }

    /** Certificates that run out within two months, for the coordinator. */
    @GetMapping("/api/v1/certificates/ending")
    @AllowedTo(COORDINATOR)
    List<CertificateShown> ending() {
        var today = Helsinki.today(clock);
        return certificates.endingBy(today, today.plusMonths(2)).stream()
                .map(CarryPassport::shown)
                .toList();
    }

    @PostMapping("/api/v1/peer-experts/me/passport")
    @AllowedTo(PEER_EXPERT)
    Passport make(Caller caller) {
        var me = peerExperts.me(caller);
        var code = Secrets.code();
        var until = Helsinki.today(clock).plusDays(DAYS);
        rows.sql("INSERT INTO passport (code_hash, peer_expert, issuer, until) VALUES (?, ?, ?, ?)")
                .params(Secrets.hashOfCode(code), me.id(), caller.organisation(), until.toString())
                .update();
        return new Passport(code, until);
    }

    @PostMapping("/api/v1/passports/read")
    @AllowedTo(COORDINATOR)
    Read read(@Valid @RequestBody Shown shown, Caller caller) {
        var opened = open(shown.code(), caller);
        return new Read(
                opened.issuer(),
                opened.certificates().stream().map(CarryPassport::shown).toList());
    }

    /** What is valid there counts here as well. */
    @PostMapping("/api/v1/peer-experts/{peer}/recognise")
    @AllowedTo(COORDINATOR)
    ResponseEntity<Void> recognise(@PathVariable("peer") UUID id, @Valid @RequestBody Shown shown, Caller caller) {
        var peer = peerExperts.change(id);
        var today = Helsinki.today(clock);
        var opened = open(shown.code(), caller);
        var valid = opened.certificates().stream()
                .filter(one -> one.isValidOn(today))
                .toList();
        if (valid.isEmpty()) {
            throw new Refused("nothing-to-recognise", "None of the certificates is valid today.");
        }
        valid.forEach(one -> {
            certificates.add(one.recognised(ids.get(), peer.id(), opened.issuer()));
            peer.trained(one.validUntil());
        });
        peerExperts.save(peer);
        return Answer.done(peer);
    }

    private Opened open(String code, Caller caller) {
        var hash = Secrets.hashOfCode(code);
        return bySecret.open(
                        "passport_organisation",
                        hash,
                        () -> rows.sql("SELECT peer_expert FROM passport WHERE code_hash = ? AND until >= ?")
                                .params(hash, Helsinki.today(clock).toString())
                                .query(UUID.class)
                                .optional()
                                .filter(peer -> agreements.allow("certificates", caller.organisation()))
                                .map(peer -> new Opened(issuer(hash), certificates.of(peer))))
                .orElseThrow(NotFound::new);
    }

    private String issuer(String hash) {
        return rows.sql("SELECT issuer FROM passport WHERE code_hash = ?")
                .param(hash)
                .query(String.class)
                .single();
    }

    private static CertificateShown shown(Certificate one) {
        return new CertificateShown(
                one.id(),
                one.programme(),
                one.programmeVersion(),
                one.issuer(),
                one.issuedOn(),
                one.validUntil(),
                one.isJoint());
    }
}
