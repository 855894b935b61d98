package fi.rinnalla.service.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DaysAndTimesTest {

    @Test
    void everyDayOfEightHundredYearsIsReadAsTheJdkReadsIt() {
        for (var day = LocalDate.of(1600, 1, 1); day.getYear() < 2400; day = day.plusDays(1)) {
            assertThat(DaysAndTimes.day(day.toString())).isEqualTo(day);
        }
    }

    @Test
    void everySecondOfADayIsReadAsTheJdkReadsIt() {
        for (int second = 0; second < 86_400; second++) {
            var time = LocalTime.ofSecondOfDay(second);
            assertThat(DaysAndTimes.time(time.toString())).isEqualTo(time);
        }
        assertThat(DaysAndTimes.time("09:30:15.250")).isEqualTo(LocalTime.parse("09:30:15.250"));
        assertThat(DaysAndTimes.day("+12017-01-01")).isEqualTo(LocalDate.parse("+12017-01-01"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2017-02-29", "2017-13-01", "2017/10/31", "31.10.2017", "2017-1-031", "", "20a7-10-31"})
    void whatIsNoDayIsRefused(String text) {
        assertThatThrownBy(() -> DaysAndTimes.day(text)).isInstanceOf(DateTimeException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"24:00", "9:30", "0930", "09:60:00", "x9:30", "0x:30"})
    void whatIsNoTimeIsRefused(String text) {
        assertThatThrownBy(() -> DaysAndTimes.time(text)).isInstanceOf(DateTimeException.class);
    }
}
