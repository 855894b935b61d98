package fi.rinnalla.feedback.answer;

import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.event.feedback.Giver;
import fi.rinnalla.event.meeting.Channel;
import fi.rinnalla.event.meeting.MeetingKind;
import fi.rinnalla.feedback.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CoarseningTest {

    private static Answer answer(Channel channel, boolean pair, int heard) {
        return new Answer(
                UUID.randomUUID(),
                new Period.Week(2017, 44),
                MeetingKind.ONE_TO_ONE,
                channel,
                pair,
                Giver.CLIENT,
                Map.of("heard", heard),
                false);
    }

    private static List<Answer> answers(int count, Channel channel, boolean pair) {
        var all = new ArrayList<Answer>();
        for (int i = 0; i < count; i++) {
            all.add(answer(channel, pair, i % 2 + 4));
        }
        return all;
    }

    @Test
    void sixAlikeAreToldWithAllTheirCircumstances() {
        var classes = Coarsening.of(answers(6, Channel.PHONE, true), 5);
        assertThat(classes).singleElement().satisfies(one -> {
            assertThat(one.told().channel()).isEqualTo(Channel.PHONE);
            assertThat(one.told().withPeerExpert()).isTrue();
        });
    }

    @Test
    void theOnlyOneByPhoneIsNotToldToBeSo() {
        var batch = answers(6, Channel.FACE_TO_FACE, true);
        batch.add(answer(Channel.PHONE, true, 1));
        var classes = Coarsening.of(batch, 5);
        assertThat(classes).allSatisfy(one -> assertThat(one.told().channel()).isNotEqualTo(Channel.PHONE));
        assertThat(classes)
                .as("and it does not stand alone as the one that is told nothing")
                .allSatisfy(one -> assertThat(one.answers()).hasSizeGreaterThanOrEqualTo(5));
    }

    @Test
    void aClassInWhichAllAgreeIsNotToldByItself() {
        var batch = answers(6, Channel.PHONE, false);
        for (int i = 0; i < 6; i++) {
            batch.add(answer(Channel.VIDEO, true, 1));
        }
        assertThat(Coarsening.of(batch, 5))
                .allSatisfy(
                        one -> assertThat(Coarsening.isSafe(one.answers(), 5)).isTrue());
    }

    @Test
    void whateverTheBatchEveryClassIsSafeAndNoAnswerIsLost() {
        var random = new Random(31102017);
        for (int world = 0; world < 2_000; world++) {
            var batch = new ArrayList<Answer>();
            int size = 5 + random.nextInt(20);
            for (int i = 0; i < size; i++) {
                batch.add(answer(Channel.values()[random.nextInt(3)], random.nextBoolean(), 1 + random.nextInt(5)));
            }
            if (!Coarsening.isSafe(batch, 5)) {
                continue;
            }
            var classes = Coarsening.of(batch, 5);
            assertThat(classes)
                    .allSatisfy(one ->
                            assertThat(Coarsening.isSafe(one.answers(), 5)).isTrue());
            assertThat(classes.stream().flatMap(one -> one.answers().stream()))
                    .containsExactlyInAnyOrderElementsOf(batch);
            assertThat(classes.stream().map(Coarsening.Alike::told)).doesNotHaveDuplicates();
        }
    }

    @Test
    void fourAreNotSafeAndNeitherAreFiveOfOneMind() {
        assertThat(Coarsening.isSafe(answers(4, Channel.PHONE, true), 5)).isFalse();
        assertThat(Coarsening.isSafe(
                        List.of(
                                answer(Channel.PHONE, true, 3),
                                answer(Channel.PHONE, true, 3),
                                answer(Channel.PHONE, true, 3),
                                answer(Channel.PHONE, true, 3),
                                answer(Channel.PHONE, true, 3)),
                        5))
                .isFalse();
        assertThat(Coarsening.isSafe(answers(5, Channel.PHONE, true), 5)).isTrue();
    }

    @Test
    void whoeverTypedInTheOthersCannotTakeThemFromTheOneThatIsNotTheirs() {
        var batch = answers(6, Channel.PHONE, true);
        batch.replaceAll(CoarseningTest::typedIn);
        assertThat(Coarsening.isSafe(batch, 5))
                .as("known to whoever typed, and nobody else's")
                .isTrue();
        batch.add(answer(Channel.PHONE, true, 1));
        assertThat(Coarsening.isSafe(batch, 5)).isFalse();
        batch.addAll(answers(4, Channel.PHONE, true));
        assertThat(Coarsening.isSafe(batch, 5)).isTrue();
    }

    private static Answer typedIn(Answer answer) {
        return new Answer(
                answer.id(),
                answer.week(),
                answer.kind(),
                answer.channel(),
                answer.withPeerExpert(),
                answer.giver(),
                answer.scores(),
                true);
    }

    private static Answer pulse(Map<String, Integer> scores) {
        return new Answer(
                UUID.randomUUID(),
                new Period.Week(2017, 44),
                MeetingKind.ONE_TO_ONE,
                Channel.PHONE,
                false,
                Giver.PEER_EXPERT,
                scores,
                false);
    }

    @Test
    void aQuestionThatFewAnsweredOrAllAlikeIsNotTold() {
        var batch = new ArrayList<Answer>();
        for (int i = 0; i < 6; i++) {
            batch.add(pulse(
                    i == 0
                            ? Map.of("meaningful", 1, "too-heavy", 5, "equal", 2)
                            : Map.of("meaningful", i % 3 + 3, "too-heavy", 5)));
        }
        assertThat(Coarsening.tellable(batch, 5)).containsExactly("meaningful");
        assertThat(Coarsening.isSafe(batch, 5)).isTrue();
        batch.replaceAll(answer -> pulse(Map.of("too-heavy", 5)));
        assertThat(Coarsening.isSafe(batch, 5))
                .as("all say that it was too heavy")
                .isFalse();
    }
}
