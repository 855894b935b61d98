package fi.rinnalla.session.time;

import fi.rinnalla.session.meeting.Meeting;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Time that went to one client: minutes by month against the unit's budget, meetings that took longer than planned, and how
 * many meetings it took until the client set a goal of their own (P3, P4).
 *
 * @param meetingsToFirstOwnGoal absent while there is no such goal
 */
record ClientTime(
        UUID client,
        List<Month> months,
        int meetings,
        int overruns,
        @Nullable Integer meetingsToFirstOwnGoal) {

    /** @param budget minutes that the unit sets aside for a client a month; absent where it has not said */
    record Month(YearMonth month, int minutes, @Nullable Integer budget, boolean over) {}

    static ClientTime of(UUID client, List<Meeting> held, Optional<Integer> budget, Optional<LocalDate> firstOwnGoal) {
        var minutes = held.stream()
                .collect(Collectors.groupingBy(
                        meeting -> YearMonth.from(meeting.day()),
                        java.util.TreeMap::new,
                        Collectors.summingInt(meeting -> meeting.actualMinutes().orElse(0))));
        var months = minutes.entrySet().stream()
                .map(month -> new Month(
                        month.getKey(),
                        month.getValue(),
                        budget.orElse(null),
                        budget.filter(most -> month.getValue() > most).isPresent()))
                .toList();
        return new ClientTime(
                client,
                months,
                held.size(),
                (int) held.stream().filter(Meeting::overran).count(),
                firstOwnGoal
                        .map(day -> (int) held.stream()
                                .filter(meeting -> !meeting.day().isAfter(day))
                                .count())
                        .orElse(null));
    }
}
