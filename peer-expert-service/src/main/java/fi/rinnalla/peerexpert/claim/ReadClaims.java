package fi.rinnalla.peerexpert.claim;

import static fi.rinnalla.service.asking.UserRole.COORDINATOR;
import static fi.rinnalla.service.asking.UserRole.PEER_EXPERT;

import com.fasterxml.jackson.annotation.JsonInclude;
import fi.rinnalla.peerexpert.assignment.Assignment;
import fi.rinnalla.peerexpert.assignment.Assignments;
import fi.rinnalla.peerexpert.matching.Matching;
import fi.rinnalla.peerexpert.pool.PeerExperts;
import fi.rinnalla.peerexpert.pool.Profile;
import fi.rinnalla.peerexpert.task.Compensation;
import fi.rinnalla.service.answering.Answer;
import fi.rinnalla.service.answering.NotFound;
import fi.rinnalla.service.answering.Page;
import fi.rinnalla.service.answering.Paging;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.Caller;
import fi.rinnalla.service.time.Helsinki;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Claims and how far each has come; and a peer expert's own month against their own limits, before they accept more. */
@RestController
class ReadClaims {

    private final Claims claims;
    private final PeerExperts peerExperts;
    private final Assignments assignments;
    private final JdbcClient rows;
    private final Clock clock;

    ReadClaims(Claims claims, PeerExperts peerExperts, Assignments assignments, JdbcClient rows, Clock clock) {
        this.claims = claims;
        this.peerExperts = peerExperts;
        this.assignments = assignments;
        this.rows = rows;
        this.clock = clock;
    }

    /** All amounts in cents of a euro. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ClaimShown(
            UUID id,
            UUID assignment,
            String unit,
            @Nullable String peerExpert,
            LocalDate workedOn,
            Compensation compensation,
            int feeCents,
            int kilometres,
            int travelCents,
            List<Claim.Expense> expenses,
            List<UUID> receipts,
            int totalCents,
            Claim.State state,
            List<Claim.Step> steps,
            @Nullable String question,
            @Nullable String answer) {}

    /**
     * @param agreedCents of tasks that lie ahead
     * @param doneCents   of tasks that are done, paid or not
     * @param limitCents  one's own; absent where there is none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Month(
            YearMonth month,
            int minutes,
            @Nullable Integer limitMinutes,
            int agreedCents,
            int doneCents,
            int paidCents,
            @Nullable Integer limitCents) {}

    @GetMapping("/api/v1/claims")
    @AllowedTo({PEER_EXPERT, COORDINATOR})
    Page<ClaimShown> list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable UUID assignment,
            Caller caller,
            Paging paging) {
        var found = claims.where(
                """
                (? AND state <> 'draft' OR peer_expert IN (SELECT id FROM peer_expert WHERE login = ?))
                AND state = coalesce(?, state) AND assignment = coalesce(?, assignment) AND id > ? ORDER BY id LIMIT ?
                """, caller.is(COORDINATOR), caller.login(), state, assignment, paging.afterId(), paging.limitAndOne());
        return Page.of(
                found.stream().map(this::shown).toList(),
                paging,
                one -> one.id().toString());
    }

    @GetMapping("/api/v1/claims/{claim}")
    @AllowedTo({PEER_EXPERT, COORDINATOR})
    ResponseEntity<ClaimShown> one(@PathVariable("claim") UUID id, Caller caller) {
        var claim = claims.get(id);
        boolean own = peerExperts
                .named(caller.login())
                .filter(me -> claim.isOf(me.id()))
                .isPresent();
        if (!claim.isVisible(own, caller.is(COORDINATOR))) {
            throw new NotFound();
        }
        return Answer.shown(claim, shown(claim));
    }

    @GetMapping("/api/v1/peer-experts/me/month")
    @AllowedTo(PEER_EXPERT)
    Month month(@RequestParam(required = false) @Nullable YearMonth month, Caller caller) {
        var me = peerExperts.me(caller);
        var asked = Optional.ofNullable(month).orElse(YearMonth.from(Helsinki.today(clock)));
        var tasks = assignments.between(asked.atDay(1), asked.atEndOfMonth()).stream()
                .filter(task -> task.isOf(me.id()))
                .toList();
        var limits = Optional.ofNullable(me.profile().limits());
        var ofMonth = claims.ofMonth(me.id(), asked);
        return new Month(
                asked,
                tasks.stream().mapToInt(Matching::minutes).sum(),
                limits.map(Profile.Limits::hours).map(hours -> hours * 60).orElse(null),
                tasks.stream()
                        .filter(Assignment::isAhead)
                        .mapToInt(Matching::cents)
                        .sum(),
                ofMonth.stream().mapToInt(Claim::feeCents).sum(),
                ofMonth.stream()
                        .filter(claim -> claim.state() == Claim.State.PAID)
                        .mapToInt(Claim::feeCents)
                        .sum(),
                limits.map(Profile.Limits::cents).orElse(null));
    }

    private ClaimShown shown(Claim claim) {
        return new ClaimShown(
                claim.id(),
                claim.assignment(),
                claim.unit(),
                peerExperts.get(claim.peerExpert()).name(),
                claim.workedOn(),
                claim.compensation(),
                claim.feeCents(),
                claim.kilometres(),
                claim.travelCents(),
                claim.expenses(),
                rows.sql("SELECT id FROM receipt WHERE claim = ? ORDER BY id")
                        .param(claim.id())
                        .query(UUID.class)
                        .list(),
                claim.totalCents(),
                claim.state(),
                claim.steps(),
                claim.question(),
                claim.answer());
    }
}
