package fi.rinnalla.peerexpert.claim;

import static fi.rinnalla.service.asking.UserRole.COORDINATOR;

import fi.rinnalla.peerexpert.notice.NoticeKind;
import fi.rinnalla.peerexpert.notice.Notices;
import fi.rinnalla.peerexpert.pool.PeerExperts;
import fi.rinnalla.service.answering.BadRequest;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.time.Helsinki;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Payroll's file of what was paid: all of it or nothing, with the line and the reason of each fault. */
@RestController
class ImportPaid {

    private static final DateTimeFormatter FINNISH =
            DateTimeFormatter.ofPattern("d.M.uuuu").withResolverStyle(ResolverStyle.STRICT);

    private final Claims claims;
    private final PeerExperts peerExperts;
    private final Notices notices;
    private final Clock clock;

    ImportPaid(Claims claims, PeerExperts peerExperts, Notices notices, Clock clock) {
        this.claims = claims;
        this.peerExperts = peerExperts;
        this.notices = notices;
        this.clock = clock;
    }

    /** @param file the text of the file: lines {@code claim;paidOn}, days as 2017-11-14 or 14.11.2017 */
    record Request(
            @NotNull(message = "required") @Size(max = 900_000, message = "at-most-900000")
            String file) {}

    record Imported(int paid) {}

    @PostMapping("/api/v1/payroll/paid")
    @AllowedTo(COORDINATOR)
    Imported take(@Valid @RequestBody Request request) {
        var faults = new ArrayList<BadRequest.Fault>();
        var seen = new HashSet<UUID>();
        var rows = PayrollFile.read(request.file());
        for (var row : rows) {
            pay(row, seen).ifPresent(fault -> faults.add(new BadRequest.Fault("/file/" + row.line(), fault)));
        }
        if (!faults.isEmpty() || rows.isEmpty()) {
            // The whole transaction goes: nothing of the file was taken.
            throw new BadRequest(
                    HttpStatus.BAD_REQUEST,
                    "invalid-request",
                    "Nothing was taken from the file. Mend the lines named here and send it again.",
                    faults.stream().limit(100).toArray(BadRequest.Fault[]::new));
        }
        return new Imported(rows.size());
    }

    /** Empty where all is well. */
    private Optional<String> pay(PayrollFile.PaidRow row, Set<UUID> seen) {
        var id = id(row.claim());
        var on = day(row.paidOn());
        if (id.isEmpty()) {
            return Optional.of("unknown-claim");
        }
        if (on.isEmpty() || on.get().isAfter(Helsinki.today(clock))) {
            return Optional.of(on.isEmpty() ? "unreadable-day" : "in-the-future");
        }
        if (!seen.add(id.get())) {
            return Optional.of("twice-in-the-file");
        }
        var claim = claims.where("id = ? FOR UPDATE", id.get()).stream().findFirst();
        if (claim.isEmpty()) {
            return Optional.of("unknown-claim");
        }
        if (claim.get().state() != Claim.State.SENT) {
            return Optional.of(claim.get().state() == Claim.State.PAID ? "paid-already" : "not-sent-to-payroll");
        }
        claims.save(claim.get(), claim.get().pay(on.get()));
        notices.tell(
                peerExperts.get(claim.get().peerExpert()).login(),
                NoticeKind.CLAIM_PAID,
                claim.get().id());
        return Optional.empty();
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> day(String text) {
        for (var format : List.of(DateTimeFormatter.ISO_LOCAL_DATE, FINNISH)) {
            try {
                return Optional.of(LocalDate.parse(text, format));
            } catch (DateTimeException another) {
                // tried in the next way
            }
        }
        return Optional.empty();
    }
}
