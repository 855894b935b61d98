package fi.rinnalla.peerexpert.assignment;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.rinnalla.peerexpert.assignment.Assignment.State;
import fi.rinnalla.peerexpert.task.Compensation;
import fi.rinnalla.peerexpert.task.Slot;
import fi.rinnalla.peerexpert.task.Terms;
import fi.rinnalla.service.answering.Refused;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every verb in every state of a task. */
class AssignmentStatesTest {

    private static final LocalDate DAY = LocalDate.of(2017, 10, 31);
    private static final Slot LATER = new Slot(DAY.plusDays(1), null, 60);

    private record Verb(Set<State> allowed, Consumer<Assignment> act) {}

    private static final Set<State> AHEAD = EnumSet.of(State.GIVEN, State.ASKED_AGAIN);

    private static final Map<String, Verb> VERBS = Map.of(
            "release", new Verb(AHEAD, Assignment::release),
            "refuse the fee", new Verb(AHEAD, task -> task.refuseFee(true)),
            "follow", new Verb(AHEAD, task -> task.follow(LATER, true)),
            "confirm", new Verb(EnumSet.of(State.ASKED_AGAIN), Assignment::confirm),
            "complete", new Verb(AHEAD, task -> task.complete(DAY, 60, "0123456789abcdef", 1)),
            "prepare", new Verb(AHEAD, task -> task.prepare("mikko", "Sari aloittaa")),
            "debrief", new Verb(EnumSet.of(State.DONE), task -> task.debrief("mikko", "Hyvin meni")),
            "feel", new Verb(EnumSet.of(State.DONE), task -> task.feel(Assignment.Pulse.HEAVY)));

    private static final Map<State, List<String>> WAYS = Map.of(
            State.GIVEN, List.of(),
            State.ASKED_AGAIN, List.of("follow"),
            State.DONE, List.of("complete"),
            State.RELEASED, List.of("release"));

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
        var task = Tasks.given(new Terms(Compensation.FEE, 5_000, true, 0, 0, null));
        requireNonNull(WAYS.get(state)).forEach(step -> verb(step).act().accept(task));
        assertThat(task.state()).isEqualTo(state);
        if (verb(name).allowed().contains(state)) {
            verb(name).act().accept(task);
        } else {
            assertThatThrownBy(() -> verb(name).act().accept(task)).isInstanceOf(Refused.class);
            assertThat(task.state()).isEqualTo(state);
        }
    }
}
