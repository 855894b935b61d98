package fi.rinnalla.feedback;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.WeekFields;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One of the fixed periods for which figures are given: {@code 2017-W44}, {@code 2017-10} or {@code 2017-Q4}. A week
 * belongs to the month and the quarter of its Thursday.
 */
public sealed interface Period {

    /** The day before which it had not yet ended. */
    LocalDate dayAfter();

    /** The year among whose periods of this width it is. */
    int year();

    /** The next wider period that holds it whole. */
    Optional<Period> wider();

    record Week(int year, int week) implements Period {

        public static Week of(LocalDate day) {
            return new Week(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
        }

        LocalDate thursday() {
            // 4 January is always in week 1.
            return LocalDate.of(year, 1, 4)
                    .with(WeekFields.ISO.weekOfWeekBasedYear(), week)
                    .with(DayOfWeek.THURSDAY);
        }

        @Override
        public LocalDate dayAfter() {
            return thursday().plusDays(4);
        }

        @Override
        public Optional<Period> wider() {
            return Optional.of(month());
        }

        public Month month() {
            return new Month(YearMonth.from(thursday()));
        }

        @Override
        public String toString() {
            return "%d-W%02d".formatted(year, week);
        }
    }

    record Month(YearMonth month) implements Period {

        @Override
        public int year() {
            return month.getYear();
        }

        @Override
        public LocalDate dayAfter() {
            return month.plusMonths(1).atDay(1);
        }

        @Override
        public Optional<Period> wider() {
            return Optional.of(quarter());
        }

        public Quarter quarter() {
            return new Quarter(month.getYear(), month.get(IsoFields.QUARTER_OF_YEAR));
        }

        @Override
        public String toString() {
            return month.toString();
        }
    }

    record Quarter(int year, int quarter) implements Period {

        @Override
        public LocalDate dayAfter() {
            return YearMonth.of(year, quarter * 3).plusMonths(1).atDay(1);
        }

        @Override
        public Optional<Period> wider() {
            return Optional.empty();
        }

        @Override
        public String toString() {
            return year + "-Q" + quarter;
        }
    }

    Pattern WEEK = Pattern.compile("(\\d{4})-W(\\d{2})");
    Pattern MONTH = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])");
    Pattern QUARTER = Pattern.compile("(\\d{4})-Q([1-4])");

    /** Empty for what is no such period, the 53rd week of a year of 52 among it. */
    static Optional<Period> parse(String text) {
        var week = WEEK.matcher(text);
        if (week.matches()) {
            int number = Integer.parseInt(week.group(2));
            var parsed = new Week(Integer.parseInt(week.group(1)), Math.clamp(number, 1, 53));
            return number == parsed.week() && Week.of(parsed.thursday()).equals(parsed)
                    ? Optional.of(parsed)
                    : Optional.empty();
        }
        var quarter = QUARTER.matcher(text);
        if (quarter.matches()) {
            return Optional.of(new Quarter(Integer.parseInt(quarter.group(1)), Integer.parseInt(quarter.group(2))));
        }
        return MONTH.matcher(text).matches() ? Optional.of(new Month(YearMonth.parse(text))) : Optional.empty();
    }

    /** A week that was kept as text. */
    static Week week(String kept) {
        return (Week) parse(kept).orElseThrow();
    }

    /** How wide the periods of a table are. */
    enum Width {
        WEEK,
        MONTH,
        QUARTER;

        /** The period that holds a week. */
        public Period of(Week week) {
            return switch (this) {
                case WEEK -> week;
                case MONTH -> week.month();
                case QUARTER -> week.month().quarter();
            };
        }

        /** All of a year, whether anything happened in them or not. */
        public List<Period> of(int year) {
            return switch (this) {
                case WEEK ->
                    IntStream.rangeClosed(1, 53)
                            .mapToObj(n -> "%04d-W%02d".formatted(year, n))
                            .flatMap(text -> parse(text).stream())
                            .toList();
                case MONTH ->
                    IntStream.rangeClosed(1, 12)
                            .<Period>mapToObj(n -> new Month(YearMonth.of(year, n)))
                            .toList();
                case QUARTER ->
                    Stream.of(1, 2, 3, 4).<Period>map(n -> new Quarter(year, n)).toList();
            };
        }
    }
}
