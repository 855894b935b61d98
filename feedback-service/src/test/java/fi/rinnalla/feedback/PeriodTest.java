package fi.rinnalla.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PeriodTest {

    @Test
    void aWeekBelongsToTheMonthOfItsThursday() {
        assertThat(Period.Week.of(LocalDate.of(2017, 10, 31))).hasToString("2017-W44");
        assertThat(Period.Week.of(LocalDate.of(2017, 10, 31)).month()).hasToString("2017-11");
        assertThat(Period.Week.of(LocalDate.of(2021, 1, 3))).hasToString("2020-W53");
        assertThat(Period.Week.of(LocalDate.of(2021, 1, 3)).month()).hasToString("2020-12");
    }

    @Test
    void whatIsWrittenIsReadBackAndWhatIsNoPeriodIsNot() {
        for (var text : new String[] {"2017-W44", "2020-W53", "2017-10", "2017-Q4"}) {
            assertThat(Period.parse(text))
                    .hasValueSatisfying(period -> assertThat(period).hasToString(text));
        }
        for (var text :
                new String[] {"2017-W53", "2017-W00", "2017-W54", "2017-13", "2017-Q5", "2017", "", "2017-10-31"}) {
            assertThat(Period.parse(text)).as(text).isEmpty();
        }
    }

    @Test
    void aPeriodIsOverOnTheDayAfterItsLast() {
        assertThat(Period.parse("2017-W44").orElseThrow().dayAfter()).isEqualTo(LocalDate.of(2017, 11, 6));
        assertThat(Period.parse("2017-12").orElseThrow().dayAfter()).isEqualTo(LocalDate.of(2018, 1, 1));
        assertThat(Period.parse("2017-Q4").orElseThrow().dayAfter()).isEqualTo(LocalDate.of(2018, 1, 1));
    }

    @Test
    void aYearHasAllItsPeriodsWhetherAnythingHappenedOrNot() {
        assertThat(Period.Width.WEEK.of(2017)).hasSize(52);
        assertThat(Period.Width.WEEK.of(2020)).hasSize(53);
        assertThat(Period.Width.MONTH.of(2017)).hasSize(12);
        assertThat(Period.Width.QUARTER.of(2017)).hasSize(4);
    }
}
