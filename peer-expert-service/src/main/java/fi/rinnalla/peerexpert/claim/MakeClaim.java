package fi.rinnalla.peerexpert.claim;

import static fi.rinnalla.service.asking.UserRole.COORDINATOR;
import static fi.rinnalla.service.asking.UserRole.PEER_EXPERT;

import fi.rinnalla.peerexpert.claim.Claim.Expense;
import fi.rinnalla.peerexpert.notice.NoticeKind;
import fi.rinnalla.peerexpert.notice.Notices;
import fi.rinnalla.peerexpert.pool.PeerExperts;
import fi.rinnalla.service.answering.Answer;
import fi.rinnalla.service.answering.BadRequest;
import fi.rinnalla.service.answering.IfMatch;
import fi.rinnalla.service.answering.NotFound;
import fi.rinnalla.service.answering.Words;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.Caller;
import fi.rinnalla.service.rows.Ids;
import fi.rinnalla.service.time.Helsinki;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The peer expert adds kilometres, expenses and receipts, sends the claim, and answers when something is asked. */
@RestController
class MakeClaim {

    private static final int LARGEST_RECEIPT = 500_000;

    private final Claims claims;
    private final PeerExperts peerExperts;
    private final SetPayroll payroll;
    private final Notices notices;
    private final JdbcClient rows;
    private final Ids ids;
    private final Clock clock;

    MakeClaim(
            Claims claims,
            PeerExperts peerExperts,
            SetPayroll payroll,
            Notices notices,
            JdbcClient rows,
            Ids ids,
            Clock clock) {
        this.claims = claims;
        this.peerExperts = peerExperts;
        this.payroll = payroll;
        this.notices = notices;
        this.rows = rows;
        this.ids = ids;
        this.clock = clock;
    }

    record Filled(
            @Min(value = 0, message = "0-to-2000") @Max(value = 2_000, message = "0-to-2000")
            int kilometres,

            @NotNull(message = "required") @Size(max = 20, message = "at-most-20")
            List<@NotNull(message = "required") @Valid Expense> expenses) {}

    /** @param content the picture or page in base64, at most 500 kB */
    record Receipt(
            @NotNull(message = "required")
            @Pattern(regexp = "image/jpeg|image/png|application/pdf", message = "jpeg-png-or-pdf")
            String mediaType,

            @NotNull(message = "required") String content) {}

    record Answered(@Words(max = 2_000) String words) {}

    record Submitted(@Nullable LocalDate submittedOn) {}

    @PostMapping("/api/v1/claims/{claim}/fill")
    @AllowedTo(PEER_EXPERT)
    ResponseEntity<Void> fill(
            @PathVariable("claim") UUID id, @Valid @RequestBody Filled filled, IfMatch ifMatch, Caller caller) {
        var claim = own(id, caller);
        ifMatch.check(claim.version(), filled);
        claim.fill(filled.kilometres(), filled.expenses(), payroll.read());
        claims.save(claim);
        return Answer.done(claim);
    }

    @PostMapping("/api/v1/claims/{claim}/receipts")
    @AllowedTo(PEER_EXPERT)
    ResponseEntity<Void> receipt(@PathVariable("claim") UUID id, @Valid @RequestBody Receipt receipt, Caller caller) {
        var claim = own(id, caller);
        var kept = ids.get();
        rows.sql("INSERT INTO receipt (id, claim, media_type, content) VALUES (?, ?, ?, ?)")
                .params(kept, claim.id(), receipt.mediaType(), decoded(receipt.content()))
                .update();
        return Answer.part("/api/v1/claims/" + id + "/receipts", kept, claim);
    }

    private static byte[] decoded(String content) {
        try {
            var bytes = Base64.getDecoder().decode(content);
            if (bytes.length == 0 || bytes.length > LARGEST_RECEIPT) {
                throw BadRequest.field("/content", "1-to-500-kB", "A receipt is at most 500 kB.");
            }
            return bytes;
        } catch (IllegalArgumentException notBase64) {
            throw BadRequest.field("/content", "base64", "Send the picture or page in base64.");
        }
    }

    @GetMapping("/api/v1/claims/{claim}/receipts/{receipt}")
    @AllowedTo({PEER_EXPERT, COORDINATOR})
    ResponseEntity<byte[]> read(@PathVariable("claim") UUID id, @PathVariable("receipt") UUID receipt, Caller caller) {
        var claim = claims.get(id);
        boolean own = peerExperts
                .named(caller.login())
                .filter(me -> claim.isOf(me.id()))
                .isPresent();
        if (!claim.isVisible(own, caller.is(COORDINATOR))) {
            throw new NotFound();
        }
        return rows.sql("SELECT media_type, content FROM receipt WHERE id = ? AND claim = ?")
                .params(receipt, id)
                .query((row, n) -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(row.getString("media_type")))
                        .header("Content-Disposition", "attachment")
                        .header("X-Content-Type-Options", "nosniff")
                        .body(row.getBytes("content")))
                .optional()
                .orElseThrow(NotFound::new);
    }

    @PostMapping("/api/v1/claims/{claim}/submit")
    @AllowedTo(PEER_EXPERT)
    ResponseEntity<Void> submit(
            @PathVariable("claim") UUID id, @Valid @RequestBody Submitted submitted, Caller caller) {
        var claim = own(id, caller);
        claims.save(claim, claim.submit(Helsinki.told("/submittedOn", submitted.submittedOn(), clock)));
        notices.tellCoordinators(NoticeKind.CLAIM_SUBMITTED, id);
        return Answer.done(claim);
    }

    @PostMapping("/api/v1/claims/{claim}/answer")
    @AllowedTo(PEER_EXPERT)
    ResponseEntity<Void> answer(@PathVariable("claim") UUID id, @Valid @RequestBody Answered answered, Caller caller) {
        var claim = own(id, caller);
        claim.answer(answered.words(), Helsinki.today(clock));
        claims.save(claim);
        notices.tellCoordinators(NoticeKind.CLAIM_ANSWERED, id);
        return Answer.done(claim);
    }

    private Claim own(UUID id, Caller caller) {
        var me = peerExperts.me(caller);
        var claim = claims.change(id);
        if (!claim.isOf(me.id())) {
            throw new NotFound();
        }
        return claim;
    }
}
