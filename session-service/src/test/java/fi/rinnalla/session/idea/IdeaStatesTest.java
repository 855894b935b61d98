package fi.rinnalla.session.idea;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.rinnalla.event.idea.Area;
import fi.rinnalla.event.idea.BornOf;
import fi.rinnalla.event.idea.IdeaForm;
import fi.rinnalla.event.idea.Origin;
import fi.rinnalla.event.idea.Outcome;
import fi.rinnalla.service.answering.BadRequest;
import fi.rinnalla.service.answering.Refused;
import fi.rinnalla.session.idea.Idea.State;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every verb in every state of an idea's life. */
class IdeaStatesTest {

    private static final LocalDate DAY = LocalDate.of(2017, 10, 31);
    private static final Proposer EEVA = new Proposer("eeva", null, null);

    private record Verb(Set<State> allowed, Consumer<Idea> act) {}

    private static final Map<String, Verb> VERBS = Map.of(
            "state the mandate",
                    new Verb(
                            EnumSet.of(State.PROPOSED),
                            idea -> idea.state(new Mandate("esihenkilö", "aula", DAY, DAY))),
            "find out",
                    new Verb(
                            EnumSet.of(State.PROPOSED, State.IN_DISCUSSION),
                            idea -> idea.found("Yksinäisyys on yleistä.")),
            "decide", new Verb(EnumSet.of(State.IN_DISCUSSION), idea -> idea.decide(decision(Outcome.ADOPTED), DAY)),
            "pilot", new Verb(EnumSet.of(State.ADOPTED, State.ADAPTED), idea -> idea.pilot(DAY)),
            "root", new Verb(EnumSet.of(State.PILOT), idea -> idea.root(DAY, "klinikka")),
            "check",
                    new Verb(
                            EnumSet.of(State.ROOTED),
                            idea -> idea.check(new Rooting.Check(6, true, "klinikka", DAY.plusMonths(6)))),
            "stop",
                    new Verb(
                            EnumSet.of(State.ADOPTED, State.ADAPTED, State.PILOT, State.ROOTED),
                            idea -> idea.stop("opittiin", DAY)),
            "join", new Verb(EnumSet.of(State.PROPOSED, State.IN_DISCUSSION), idea -> idea.join(idea())),
            "divide",
                    new Verb(
                            EnumSet.of(State.PROPOSED, State.IN_DISCUSSION),
                            idea -> idea.divide(
                                    List.of(new UUID(3, 1), new UUID(3, 2)), List.of("a", "b"), part -> {})),
            "tell",
                    new Verb(
                            EnumSet.of(
                                    State.DECLINED,
                                    State.ADOPTED,
                                    State.ADAPTED,
                                    State.PILOT,
                                    State.ROOTED,
                                    State.STOPPED),
                            idea -> idea.tell(EEVA, DAY)));

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
        var idea = in(state);
        var verb = verb(name);
        if (verb.allowed().contains(state)) {
            verb.act().accept(idea);
        } else {
            assertThatThrownBy(() -> verb.act().accept(idea)).isInstanceOf(Refused.class);
            assertThat(idea.state()).isEqualTo(state);
        }
    }

    @Test
    void anIdeaIsJoinedOnlyIntoOneThatIsOpen() {
        assertThatThrownBy(() -> idea().join(in(State.ROOTED))).isInstanceOf(Refused.class);
    }

    @Test
    void latenessIsNoticedOnceAndOnlyAfterTheDay() {
        var idea = in(State.IN_DISCUSSION);
        assertThat(idea.notice(DAY)).isEmpty();
        assertThat(idea.notice(DAY.plusDays(1))).isPresent();
        assertThat(idea.notice(DAY.plusDays(2))).isEmpty();
        assertThat(in(State.ADOPTED).notice(DAY.plusYears(1))).isEmpty();
    }

    @Test
    void aLateDecisionIsNotDatedBackEvenBeforeItsLatenessIsNoticed() {
        assertThatThrownBy(() -> in(State.IN_DISCUSSION).decide(decision(Outcome.ADOPTED), DAY.plusDays(1)))
                .isInstanceOf(BadRequest.class);
        assertThatNoException().isThrownBy(() -> in(State.IN_DISCUSSION).decide(decision(Outcome.ADOPTED), DAY));
    }

    @Test
    void whatIsLongPastIsWrittenDownWithItsDaysButWithinAMonth() {
        var stated = DAY.plusYears(9);
        for (var days : Map.of(30, true, 31, false).entrySet()) {
            var idea = idea();
            idea.state(new Mandate("esihenkilö", "aula", DAY, stated));
            var today = stated.plusDays(days.getKey());
            assertThat(idea.notice(today).isEmpty()).isEqualTo(days.getValue());
            var decided = assertThatCode(() -> idea.decide(decision(Outcome.ADOPTED), today));
            if (days.getValue()) {
                decided.doesNotThrowAnyException();
            } else {
                decided.isInstanceOf(BadRequest.class);
            }
        }
    }

    @Test
    void checksAreDueSixAndTwelveMonthsAfterTheProjectsEndAndMadeOnce() {
        var idea = in(State.ROOTED);
        assertThat(idea.checksDue(DAY.plusMonths(5))).isEmpty();
        assertThat(idea.checksDue(DAY.plusMonths(12))).containsExactly(6, 12);
        assertThatThrownBy(() -> idea.check(new Rooting.Check(12, true, "klinikka", DAY.plusMonths(11))))
                .isInstanceOf(Refused.class);
        idea.check(new Rooting.Check(6, true, "klinikka", DAY.plusMonths(6)));
        assertThat(idea.checksDue(DAY.plusMonths(12))).containsExactly(12);
        assertThatThrownBy(() -> idea.check(new Rooting.Check(6, true, "klinikka", DAY.plusMonths(7))))
                .isInstanceOf(Refused.class);
    }

    private static Idea in(State state) {
        var idea = idea();
        switch (state) {
            case PROPOSED -> {}
            case IN_DISCUSSION -> walk(idea, "state the mandate");
            case DECLINED -> decided(idea, Outcome.DECLINED);
            case ADOPTED -> decided(idea, Outcome.ADOPTED);
            case ADAPTED -> decided(idea, Outcome.ADAPTED);
            case PILOT -> walk(idea, "state the mandate", "decide", "pilot");
            case ROOTED -> walk(idea, "state the mandate", "decide", "pilot", "root");
            case STOPPED -> walk(idea, "state the mandate", "decide", "stop");
            case JOINED -> walk(idea, "join");
            case DIVIDED -> walk(idea, "divide");
        }
        assertThat(idea.state()).isEqualTo(state);
        return idea;
    }

    private static void decided(Idea idea, Outcome outcome) {
        walk(idea, "state the mandate");
        idea.decide(decision(outcome), DAY);
    }

    private static void walk(Idea idea, String... verbs) {
        Stream.of(verbs).forEach(verb -> verb(verb).act().accept(idea));
    }

    private static Decision decision(Outcome outcome) {
        return new Decision(outcome, "Koska se auttaa.", "Esihenkilö", DAY.plusMonths(1), DAY, true, false);
    }

    private static Idea idea() {
        return new Idea(
                UUID.randomUUID(),
                new Proposed(
                        "klinikka",
                        DAY,
                        "Miten yksinäisyys näkyy?",
                        Origin.CLIENT,
                        IdeaForm.INQUIRY,
                        Area.COMMON_GOOD,
                        new Proposed.Birth(BornOf.OWN_THOUGHT, null, null, null),
                        null,
                        new Proposed.Inquiry("Miten?", List.of("asiakas"))),
                List.of(EEVA));
    }
}
