package fi.rinnalla.peerexpert.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** Many pairs at once are judged as each pair by itself. */
class SuitabilityTest {

    @Test
    void whoSuitsAndHowWellIsTheSameAsForEachPairAlone() {
        int pairs = 0;
        for (int seed = 0; seed < 20; seed++) {
            var term = Term.of(seed, 60, 40);
            var suitability = new Suitability(_ -> term.people());
            for (var request : term.requests()) {
                var seat = suitability.seat(request);
                var people = new ArrayList<Integer>();
                var points = new ArrayList<Integer>();
                for (int person = 0; person < term.people().size(); person++) {
                    var candidate = term.people().get(person);
                    if (HardRules.brokenBy(request, candidate).isEmpty()) {
                        people.add(person);
                        points.add(Score.of(request, candidate).points());
                    }
                }
                assertThat(seat.people())
                        .as("who suits, seed %d", seed)
                        .containsExactly(people.stream().mapToInt(n -> n).toArray());
                assertThat(seat.points())
                        .containsExactly(points.stream().mapToInt(n -> n).toArray());
                pairs += people.size();
            }
        }
        assertThat(pairs).as("worlds in which somebody suits").isGreaterThan(1_000);
    }
}
