package fi.rinnalla.peerexpert.claim;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.rinnalla.peerexpert.assignment.Assignment;
import fi.rinnalla.peerexpert.assignment.Tasks;
import fi.rinnalla.peerexpert.claim.Claim.State;
import fi.rinnalla.peerexpert.task.Compensation;
import fi.rinnalla.peerexpert.task.Terms;
import fi.rinnalla.service.answering.Refused;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every verb in every state of a claim. */
class ClaimStatesTest {

    private static final LocalDate DAY = LocalDate.of(2017, 11, 1);

    private record Verb(Set<State> allowed, Consumer<Claim> act) {}

    private static final Map<String, Verb> VERBS = Map.of(
            "fill",
                    new Verb(
                            EnumSet.of(State.DRAFT, State.QUESTION),
                            claim -> claim.fill(0, List.of(new Claim.Expense("Bussi", 330)), PayrollSettings.USUAL)),
            "submit", new Verb(EnumSet.of(State.DRAFT), claim -> claim.submit(DAY)),
            "question", new Verb(EnumSet.of(State.SUBMITTED), claim -> claim.question("Mikä?", DAY)),
            "answer", new Verb(EnumSet.of(State.QUESTION), claim -> claim.answer("Bussi", DAY)),
            "approve", new Verb(EnumSet.of(State.SUBMITTED), claim -> claim.approve(DAY)),
            "send", new Verb(EnumSet.of(State.APPROVED), claim -> claim.send(new UUID(0, 9), DAY)),
            "pay", new Verb(EnumSet.of(State.SENT), claim -> claim.pay(DAY)));

    private static final Map<State, List<String>> WAYS = Map.of(
            State.DRAFT, List.of(),
            State.SUBMITTED, List.of("submit"),
            State.QUESTION, List.of("submit", "question"),
            State.APPROVED, List.of("submit", "approve"),
            State.SENT, List.of("submit", "approve", "send"),
            State.PAID, List.of("submit", "approve", "send", "pay"));

    private static Verb verb(String name) {
        return requireNonNull(VERBS.get(name));
    }

    static Stream<Arguments> allPairs() {
        return Arrays.stream(State.values())
                .flatMap(state -> VERBS.keySet().stream().map(verb -> Arguments.of(state, verb)));
    }

    @ParameterizedTest(name = "{1} when {0}")
    @MethodSource("allPairs")
    void everyVerbInEveryState(State state, String name) {
        var request = new Paid();
        var claim = new Claim(new UUID(0, 1), request.task(), request.terms(), DAY, 55, DAY);
        requireNonNull(WAYS.get(state)).forEach(step -> verb(step).act().accept(claim));
        assertThat(claim.state()).isEqualTo(state);
        if (verb(name).allowed().contains(state)) {
            verb(name).act().accept(claim);
        } else {
            assertThatThrownBy(() -> verb(name).act().accept(claim)).isInstanceOf(Refused.class);
            assertThat(claim.state()).isEqualTo(state);
        }
    }

    /** A task that pays fifty euros. */
    private record Paid() {
        Terms terms() {
            return new Terms(Compensation.FEE, 5_000, true, 0, 0, null);
        }

        Assignment task() {
            return Tasks.given(terms());
        }
    }
}
