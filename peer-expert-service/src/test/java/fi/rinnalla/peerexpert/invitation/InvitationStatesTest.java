package fi.rinnalla.peerexpert.invitation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.rinnalla.peerexpert.invitation.Invitation.State;
import fi.rinnalla.peerexpert.matching.Score;
import fi.rinnalla.service.answering.Refused;
import java.time.Duration;
import java.time.Instant;
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

/** Every verb in every state of an invitation. */
class InvitationStatesTest {

    private static final Instant NOW = Instant.parse("2017-10-20T08:00:00Z");

    private record Verb(Set<State> allowed, Consumer<Invitation> act) {}

    private static final Map<String, Verb> VERBS = Map.of(
            "send", new Verb(EnumSet.of(State.WAITING), one -> one.send(NOW)),
            "accept", new Verb(EnumSet.of(State.SENT), one -> one.accept(NOW)),
            "decline", new Verb(EnumSet.of(State.SENT), one -> one.decline(NOW)),
            "withdraw", new Verb(EnumSet.of(State.WAITING, State.SENT), Invitation::withdraw),
            "ask", new Verb(EnumSet.of(State.SENT), one -> one.ask("Missä?")));

    private static final Map<State, List<String>> WAYS = Map.of(
            State.WAITING, List.of(),
            State.SENT, List.of("send"),
            State.ACCEPTED, List.of("send", "accept"),
            State.DECLINED, List.of("send", "decline"),
            State.EXPIRED, List.of("send"),
            State.WITHDRAWN, List.of("withdraw"));

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
        var invitation = new Invitation(
                new UUID(0, 1), new UUID(0, 2), new UUID(0, 3), 0, 72, "hash", new byte[0], new Score(0, List.of()));
        requireNonNull(WAYS.get(state)).forEach(step -> verb(step).act().accept(invitation));
        if (state == State.EXPIRED) {
            assertThat(invitation.expire(NOW.plus(Duration.ofHours(73)))).isTrue();
        }
        assertThat(invitation.state()).isEqualTo(state);
        if (verb(name).allowed().contains(state)) {
            verb(name).act().accept(invitation);
        } else {
            assertThatThrownBy(() -> verb(name).act().accept(invitation)).isInstanceOf(Refused.class);
            assertThat(invitation.state()).isEqualTo(state);
        }
    }
}
