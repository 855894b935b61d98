package fi.rinnalla.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.journeys.Observation.OnTopic;
import fi.rinnalla.journeys.Observation.Said;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The checker itself is tested on what each known kind of bug leaves behind. */
class CheckerTest {

    /** A run that may be spoilt. Three meetings, planned and held; one duplicate on the topic, as is allowed. */
    private static final class Run {
        final Map<String, Integer> acknowledged = new HashMap<>();
        final List<String> owned = new ArrayList<>();
        final List<Said> outbox = new ArrayList<>();
        final List<OnTopic> topic = new ArrayList<>();
        final List<String> viewed = new ArrayList<>();
        final List<String> parked = new ArrayList<>();
        long unsaid;
        long lag;

        Run() {
            for (int meeting = 0; meeting < 3; meeting++) {
                var id = "meeting-" + meeting;
                acknowledged.put(id, 2);
                owned.add(id);
                for (int sequence = 1; sequence <= 2; sequence++) {
                    var said = new Said(id + "/" + sequence, sequence == 1 ? "planned" : "held", id, sequence, 1);
                    outbox.add(said);
                    say(meeting % 2, said);
                    if (sequence == 2) {
                        viewed.add(said.id());
                    }
                }
            }
            say(0, outbox.get(1));
        }

        void say(int partition, Said said) {
            topic.add(new OnTopic(partition, topic.size(), said.subject(), said));
        }

        Observation seen() {
            return new Observation(
                    acknowledged, Set.of("refused"), owned, outbox, unsaid, topic, viewed, Set.of("held"), parked, lag);
        }
    }

    /** Each bug, and what it leaves. */
    private enum Bug {
        PUBLISH_BEFORE_COMMIT(run -> run.say(0, new Said("ghost", "planned", "meeting-9", 1, 1))),
        MARK_BEFORE_ACKNOWLEDGEMENT(
                run -> run.topic.removeIf(record -> record.event().id().equals("meeting-2/2"))),
        READ_FROM_THE_LAST_POSITION_ON(run -> {
            run.topic.removeIf(record -> record.event().id().equals("meeting-1/1"));
            run.unsaid = 1;
        }),
        POSITION_BEFORE_THE_TRANSACTION(run -> run.viewed.remove("meeting-1/2")),
        NO_INBOX(run -> run.viewed.add("meeting-0/2")),
        RANDOM_PARTITION_KEY(run -> run.topic.set(1, new OnTopic(5, 1, "meeting-0", run.outbox.get(1)))),
        RETRY_TOPIC(run -> {
            var first = run.topic.get(2);
            run.topic.set(
                    2,
                    new OnTopic(
                            1,
                            run.topic.get(3).offset(),
                            first.key(),
                            run.topic.get(3).event()));
            run.topic.set(3, new OnTopic(1, run.topic.get(3).offset() + 100, first.key(), first.event()));
        }),
        COUNTER_WITHOUT_GUARD(run -> {
            var twice = new Said("meeting-0/2b", "held", "meeting-0", 2, 1);
            run.outbox.add(twice);
            run.acknowledged.put("meeting-0", 3);
        }),
        IDEMPOTENCY_KEY_OUTSIDE_THE_TRANSACTION(run -> run.owned.add("meeting-0")),
        PARKED_EVENT_DROPPED(run -> run.viewed.remove("meeting-2/2")),
        REBUILT_VIEW_SWAPPED_BEFORE_IT_CAUGHT_UP(run -> {
            run.viewed.clear();
            run.lag = 7;
        }),
        RESTORE_WITHOUT_EPOCH(run -> {
            // The database went back: the topic is ahead of it, and the view with it.
            run.owned.remove("meeting-2");
            run.acknowledged.remove("meeting-2");
            run.outbox.removeIf(said -> said.subject().equals("meeting-2"));
        }),
        REFUSED_BUT_DONE(run -> run.owned.add("refused")),
        EVENT_LEFT_OUT(run -> run.outbox.removeIf(said -> said.id().equals("meeting-1/2")));

        final Consumer<Run> spoils;

        Bug(Consumer<Run> spoils) {
            this.spoils = spoils;
        }
    }

    @Test
    void aGoodRunIsGood() {
        assertThat(Checker.broken(new Run().seen())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aPlantedBugIsCaught(Bug bug) {
        var run = new Run();
        bug.spoils.accept(run);
        assertThat(Checker.broken(run.seen())).isNotEmpty();
    }

    @Test
    void whatIsParkedIsNotLost() {
        var run = new Run();
        run.viewed.remove("meeting-2/2");
        run.parked.add("meeting-2/2");
        assertThat(Checker.broken(run.seen())).isEmpty();
    }
}
