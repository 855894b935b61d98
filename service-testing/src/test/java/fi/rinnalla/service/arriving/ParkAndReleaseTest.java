package fi.rinnalla.service.arriving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.rinnalla.service.answering.Refused;
import fi.rinnalla.service.leaving.SayingForOthers;
import fi.rinnalla.service.rows.Keeper;
import fi.rinnalla.service.rows.Keepers;
import fi.rinnalla.testing.Eventually;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An event that a listener can't bear waits with its subject for a person; everybody else goes on. */
class ParkAndReleaseTest {

    private static Keeper keeper;

    @BeforeAll
    static void start() throws Exception {
        keeper = Keepers.of("feedback");
        SayingForOthers.topics();
    }

    @AfterAll
    static void end() {
        keeper.close();
    }

    @Test
    void aSubjectIsParkedOthersGoOnAndAReleaseTakesItInInOrder() throws Exception {
        var facts = new Facts("parking", keeper);
        var broken = new AtomicBoolean(true);
        facts.before = events -> {
            if (broken.get()
                    && events.stream().anyMatch(event -> event.subject().equals("park-1") && event.sequence() == 2)) {
                throw new IllegalArgumentException("can't bear it");
            }
        };
        SayingForOthers.say(keeper, "park", 3, 5);
        try (var ear = Facts.listening(facts, keeper, SayingForOthers.kafka())) {
            Eventually.holds(
                    () -> facts.noted("park").size() == 11 && parked(facts).size() == 4);
            assertThat(parked(facts))
                    .extracting(Parked.One::reason)
                    .containsExactlyInAnyOrder("failed", "behind", "behind", "behind");

            var parked = parkedOf(facts);
            var first = parked(facts).getFirst();
            assertThatThrownBy(() -> parked.release(first.id(), "olli")).isInstanceOf(RuntimeException.class);
            assertThat(parked(facts)).as("a release that fails changes nothing").hasSize(4);
            assertThatThrownBy(() -> parked.discard(first.id(), "olli")).isInstanceOf(Refused.class);

            broken.set(false);
            parked.release(first.id(), "olli");
            parked.release(first.id(), "olli"); // twice is as once
            assertThat(facts.noted("park-1")).extracting(Facts.Fact::sequence).containsExactly(1L, 2L, 3L, 4L, 5L);
            assertThat(parked(facts)).isEmpty();

            SayingForOthers.sayOne(keeper, "park-1", 6);
            Eventually.holds(() -> facts.noted("park-1").size() == 6);
        }
    }

    private static Parked parkedOf(Facts facts) {
        var hearings = Facts.hearings(keeper, SayingForOthers.kafka());
        return new Parked(keeper.rows(), keeper, hearings, List.of(facts), List.of(), new Generations(keeper));
    }

    private static List<Parked.One> parked(Facts facts) {
        return parkedOf(facts).list(100, java.util.Optional.empty()).stream()
                .filter(one -> one.listener().equals(facts.name())
                        && String.valueOf(one.subject()).startsWith("park-"))
                .toList();
    }
}
