package fi.rinnalla.peerexpert.matching;

import fi.rinnalla.peerexpert.assignment.Assignment;
import fi.rinnalla.peerexpert.assignment.Assignments;
import fi.rinnalla.peerexpert.pool.PeerExpert;
import fi.rinnalla.peerexpert.pool.PeerExperts;
import fi.rinnalla.peerexpert.request.PeerRequest;
import fi.rinnalla.peerexpert.task.Terms;
import fi.rinnalla.service.answering.Refused;
import fi.rinnalla.service.time.Helsinki;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who could come, who best, and who is left out by which rule. The same for the same state. */
@Component
public class Matching {

    private static final int LATELY = 30;
    private static final String OF_ONE_OR_ALL = " AND peer_expert = coalesce(?, peer_expert)";

    private final PeerExperts peerExperts;
    private final Assignments assignments;
    private final JdbcClient rows;
    private final Clock clock;

    Matching(PeerExperts peerExperts, Assignments assignments, JdbcClient rows, Clock clock) {
        this.peerExperts = peerExperts;
        this.assignments = assignments;
        this.rows = rows;
        this.clock = clock;
    }

    public record Suited(PeerExpert peer, Score score) {}

    record LeftOut(PeerExpert peer, Rule rule) {}

    record Suggestions(List<Suited> suited, List<LeftOut> leftOut) {}

    Suggestions suggest(PeerRequest request) {
        var suited = new ArrayList<Suited>();
        var leftOut = new ArrayList<LeftOut>();
        for (var candidate : candidates(request.slot().month())) {
            HardRules.brokenBy(request, candidate)
                    .ifPresentOrElse(
                            rule -> leftOut.add(new LeftOut(candidate.peer(), rule)),
                            () -> suited.add(new Suited(candidate.peer(), Score.of(request, candidate))));
        }
        suited.sort(Comparator.comparingInt((Suited one) -> -one.score().points())
                .thenComparing(one -> one.peer().id()));
        return new Suggestions(suited, leftOut);
    }

    /** For one person: how well they suit, or that they can't be asked, which is told in one way for all reasons. */
    public Score requireSuited(PeerRequest request, UUID peer) {
        return peerExperts
                .find(peer)
                .map(one ->
                        candidates(request.slot().month(), List.of(one), peer).getFirst())
                .filter(candidate -> HardRules.brokenBy(request, candidate).isEmpty())
                .map(candidate -> Score.of(request, candidate))
                .orElseThrow(() -> new Refused(
                        "not-available", "This person can't be asked for this task now. Look at who is suggested."));
    }

    /** Everybody of the pool, with their load; in the order of their ids. */
    List<Candidate> candidates(YearMonth month) {
        return candidates(month, peerExperts.whoCouldCome(), null);
    }

    /** @param whose only this person's load is read; absent for all */
    private List<Candidate> candidates(YearMonth month, List<PeerExpert> people, @Nullable UUID whose) {
        var today = Helsinki.today(clock);
        var lately = today.minusDays(LATELY).toString();
        var inMonth = tasks("state <> 'released' AND planned_on LIKE ?", whose, month + "-%");
        var recent =
                tasks("state <> 'released' AND planned_on >= ? AND planned_on <= ?", whose, lately, today.toString());
        var ahead = tasks("state IN ('given', 'asked-again')", whose);
        var together =
                tasks("state = 'done' AND jsonb_array_length(coalesce(document->'workers', '[]'::jsonb)) > 0", whose);
        var open = asks("state = 'sent'", whose);
        var asked = asks("document->>'sentAt' >= ?", whose, lately);
        return people.stream()
                .map(peer -> new Candidate(
                        peer,
                        inMonth.getOrDefault(peer.id(), List.of()).stream()
                                .mapToInt(Matching::minutes)
                                .sum(),
                        inMonth.getOrDefault(peer.id(), List.of()).stream()
                                .mapToInt(Matching::cents)
                                .sum(),
                        recent.getOrDefault(peer.id(), List.of()).size(),
                        open.getOrDefault(peer.id(), 0),
                        asked.getOrDefault(peer.id(), 0),
                        ahead.getOrDefault(peer.id(), List.of()).stream()
                                .map(Assignment::slot)
                                .toList(),
                        together.getOrDefault(peer.id(), List.of()).stream()
                                .flatMap(task -> task.workers().stream())
                                .collect(Collectors.toMap(worker -> worker, worker -> 1, Integer::sum))))
                .toList();
    }

    private Map<UUID, List<Assignment>> tasks(String which, @Nullable UUID whose, Object... values) {
        return assignments.where(which + OF_ONE_OR_ALL + " ORDER BY id", with(whose, values)).stream()
                .collect(Collectors.groupingBy(Assignment::peerExpert));
    }

    private record Asked(UUID peerExpert, int times) {}

    private Map<UUID, Integer> asks(String which, @Nullable UUID whose, Object... values) {
        return rows
                .sql("SELECT peer_expert, count(*)::int AS times FROM invitation WHERE " + which + OF_ONE_OR_ALL
                        + " GROUP BY peer_expert")
                .params(Arrays.asList(with(whose, values)))
                .query(Asked.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Asked::peerExpert, Asked::times));
    }

    private static @Nullable Object[] with(@Nullable UUID whose, Object... values) {
        var all = Arrays.copyOf(values, values.length + 1);
        all[values.length] = whose;
        return all;
    }

    public static int minutes(Assignment task) {
        return task.slot().minutes()
                + task.agreedTerms()
                        .map(terms -> terms.preparationMinutes() + terms.debriefMinutes())
                        .orElse(0);
    }

    public static int cents(Assignment task) {
        return task.agreedTerms().map(Terms::cents).orElse(0);
    }
}
