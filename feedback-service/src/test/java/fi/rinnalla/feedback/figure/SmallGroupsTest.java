package fi.rinnalla.feedback.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.rinnalla.feedback.FeedbackSettings;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SmallGroupsTest {

    private final SmallGroups door = new SmallGroups(new FeedbackSettings(
            5,
            Duration.ofMinutes(1),
            Duration.ofHours(1),
            Duration.ZERO,
            30,
            Duration.ofSeconds(30),
            "http://localhost"));

    @Test
    void fourAreHiddenAndFiveAreShown() {
        assertThat(door.of(List.of(5, 4, 5, 4), List.of()).total().n()).isNull();
        assertThat(door.of(List.of(5, 4, 5, 4), List.of()).total().under()).isEqualTo(5);
        assertThat(door.of(List.of(5, 4, 5, 4, 3), List.of()).total().n()).isEqualTo(5);
    }

    @Test
    void nobodyLooksLikeAFew() {
        assertThat(door.of(List.of(), List.of()).total())
                .isEqualTo(door.of(List.of(5, 4), List.of()).total());
        assertThat(door.count(0)).isEqualTo(door.count(4));
    }

    @Test
    void aPartThatCouldBeSolvedFromTheTotalTakesAnotherWithIt() {
        var with = List.of(5, 4, 5, 4, 5, 5);
        var without = List.of(2, 3);
        var table = door.of(List.of(5, 4, 5, 4, 5, 5, 2, 3), List.of(with, without));
        assertThat(table.total().n()).isEqualTo(8);
        assertThat(table.parts()).extracting(Figure::n).containsExactly(null, null);
    }

    @Test
    void twoPartsThatAreBothEnoughAreBothShown() {
        var with = List.of(5, 4, 5, 4, 5);
        var without = List.of(2, 3, 2, 3, 3, 4);
        var table = door.of(List.of(5, 4, 5, 4, 5, 2, 3, 2, 3, 3, 4), List.of(with, without));
        assertThat(table.parts()).extracting(Figure::n).containsExactly(5, 6);
    }

    @Test
    void aGroupInWhichAllAgreeIsHidden() {
        assertThat(door.of(List.of(5, 5, 5, 5, 5, 5), List.of()).total().n()).isNull();
    }

    @Test
    void aCountMovesByWholeBatchesOnly() {
        assertThat(door.count(43)).isEqualTo(door.count(40));
        assertThat(door.count(45)).isNotEqualTo(door.count(44));
    }

    @Test
    void aShareComesWithItsIntervalAndIsThatOfTheTextbook() {
        // 8 of 10: Wilson's 95 % interval is 0.490 to 0.943
        var figure = door.of(List.of(5, 5, 5, 5, 4, 4, 4, 4, 1, 2), List.of()).total();
        assertThat(figure.share()).isEqualTo(0.8);
        assertThat(figure.low()).isEqualTo(0.490);
        assertThat(figure.high()).isEqualTo(0.943);
        assertThat(figure.mean()).isEqualTo(3.9);
    }

    @Test
    void aThresholdUnderFiveStopsTheStart() {
        assertThatThrownBy(() -> new FeedbackSettings(
                        4,
                        Duration.ofMinutes(1),
                        Duration.ofHours(1),
                        Duration.ZERO,
                        30,
                        Duration.ofSeconds(30),
                        "http://localhost"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("never lower");
    }
}
