package fi.rinnalla.session.meeting;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.rinnalla.event.meeting.ChangeReason;
import fi.rinnalla.event.meeting.Channel;
import fi.rinnalla.event.meeting.ClosingQuestion;
import fi.rinnalla.event.meeting.MeetingKind;
import fi.rinnalla.event.meeting.Place;
import fi.rinnalla.event.meeting.Role;
import fi.rinnalla.service.answering.Refused;
import fi.rinnalla.session.meeting.Meeting.State;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every verb in every state: only what is planned can be moved, held, cancelled, missed, joined or prepared. */
class MeetingStatesTest {

    private static final LocalDate DAY = LocalDate.of(2017, 10, 31);

    private static final Map<String, Consumer<Meeting>> VERBS = Map.of(
            "move", meeting -> meeting.move(meeting.plannedAs(), Role.CLIENT, ChangeReason.ANOTHER_TIME_WISHED),
            "cancel", meeting -> meeting.cancel(Role.PROFESSIONAL, ChangeReason.ILLNESS),
            "miss the client", meeting -> meeting.clientNotReached(DAY),
            "hold", meeting -> meeting.hold(held(), List.of(), DAY, Optional.empty()),
            "invite", meeting -> meeting.invite(new Participant("antti", Role.CLIENT)),
            "join", meeting -> meeting.join(new Participant("eeva", Role.CLIENT)),
            "leave", meeting -> meeting.leave("eeva"),
            "state a topic",
                    meeting -> meeting.state(new Agenda.Topic(new UUID(1, 1), "Aula", Agenda.Scope.OPEN, null)),
            "state the mandate", meeting -> meeting.state(new Agenda.Mandate("esihenkilö", "aulan käyttö", null)),
            "name whom it touches", meeting -> meeting.touches(List.of()));

    private static final Set<State> OPEN = EnumSet.of(State.PLANNED, State.MOVED);

    private static Consumer<Meeting> verb(String name) {
        return requireNonNull(VERBS.get(name));
    }

    static Stream<Arguments> allPairs() {
        return Arrays.stream(State.values())
                .flatMap(state -> VERBS.keySet().stream().map(verb -> Arguments.of(state, verb)));
    }

    @ParameterizedTest(name = "{1} when {0}")
    @MethodSource("allPairs")
    void everyVerbInEveryState(State state, String verb) {
        var meeting = in(state);
        if (OPEN.contains(state)) {
            verb(verb).accept(meeting);
        } else {
            assertThatThrownBy(() -> verb(verb).accept(meeting)).isInstanceOf(Refused.class);
            assertThat(meeting.state()).isEqualTo(state);
        }
    }

    private static Meeting in(State state) {
        var meeting = new Meeting(
                new UUID(0, 7),
                new Planned(
                        "paihdepoliklinikka",
                        null,
                        MeetingKind.ONE_TO_ONE,
                        Channel.FACE_TO_FACE,
                        Place.OFFICE,
                        false,
                        "mikko",
                        null,
                        Set.of(),
                        DAY,
                        null,
                        45,
                        false,
                        10,
                        null));
        switch (state) {
            case PLANNED -> {}
            case MOVED -> verb("move").accept(meeting);
            case HELD -> verb("hold").accept(meeting);
            case CANCELLED -> verb("cancel").accept(meeting);
            case CLIENT_NOT_REACHED -> verb("miss the client").accept(meeting);
        }
        assertThat(meeting.state()).isEqualTo(state);
        return meeting;
    }

    private static Held held() {
        return new Held(
                DAY,
                Instant.parse("2017-10-31T14:00:00Z"),
                "mikko",
                50,
                null,
                null,
                Role.CLIENT,
                Set.of(Role.CLIENT),
                Channel.FACE_TO_FACE,
                null,
                null,
                ClosingQuestion.PRIVATE,
                null,
                null,
                null);
    }
}
