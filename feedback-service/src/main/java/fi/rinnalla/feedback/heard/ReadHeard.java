package fi.rinnalla.feedback.heard;

import fi.rinnalla.service.time.Helsinki;
import fi.rinnalla.feedback.Period;
import fi.rinnalla.feedback.PeriodsAsked;
import fi.rinnalla.feedback.figure.Count;
import fi.rinnalla.feedback.figure.Figure;
import fi.rinnalla.feedback.figure.SmallGroups;
import fi.rinnalla.service.answering.BadRequest;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.UserRole;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Do clients feel heard, together with a peer expert and without one? For one unit and the fixed periods of one year.
 * Every period of the year is in the answer, and an empty one looks like one that is too small to show.
 */
@RestController
class ReadHeard {

    private final JdbcClient rows;
    private final SmallGroups smallGroups;
    private final Clock clock;

    ReadHeard(JdbcClient rows, SmallGroups smallGroups, Clock clock) {
        this.rows = rows;
        this.smallGroups = smallGroups;
        this.clock = clock;
    }

    /**
     * One period.
     *
     * @param over whether the period has ended; until then its figures still grow, by whole batches
     */
    record Row(
            String period,
            boolean over,
            Figure all,
            Figure withPeerExpert,
            Figure withoutPeerExpert,
            Count meetingsHeld,
            Count closingQuestionAsked) {}

    record Heard(String unit, int year, String by, List<Row> periods) {}

    private record Fact(@Nullable String period, @Nullable Boolean withPeerExpert, int heard) {}

    private record Meetings(String period, long held, long asked) {}

    @GetMapping("/api/v1/views/heard")
    @AllowedTo({UserRole.COORDINATOR, UserRole.PROFESSIONAL, UserRole.MANAGER, UserRole.ANALYST})
    Heard heard(
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(defaultValue = "month") String by) {
        if (unit.isEmpty()) {
            throw BadRequest.parameter("unit", "Say which unit: ?unit=paihdepoliklinikka");
        }
        var asked = PeriodsAsked.of(year, by, clock);
        var answers = answers(unit, asked.width());
        var meetings = meetings(unit, asked);
        var periods = asked.all().stream()
                .map(period -> row(period, answers, meetings))
                .toList();
        return new Heard(unit, asked.year(), by, periods);
    }

    /** The years in which a unit has at least one figure to show, so that a page can open on the latest. */
    @GetMapping("/api/v1/views/heard/years")
    @AllowedTo({UserRole.COORDINATOR, UserRole.PROFESSIONAL, UserRole.MANAGER, UserRole.ANALYST})
    List<Integer> years(@RequestParam(defaultValue = "") String unit) {
        var answers = answers(unit, Period.Width.QUARTER);
        return IntStream.rangeClosed(PeriodsAsked.FIRST_YEAR, Helsinki.today(clock).getYear())
                .filter(year -> Period.Width.QUARTER.of(year).stream()
                        .anyMatch(quarter -> row(quarter, answers, List.of()).all().n() != null))
                .boxed()
                .toList();
    }

    private Row row(Period period, List<Fact> answers, List<Meetings> meetings) {
        var all = new ArrayList<Integer>();
        var with = new ArrayList<Integer>();
        var without = new ArrayList<Integer>();
        answers.stream().filter(fact -> period.toString().equals(fact.period())).forEach(fact -> {
            all.add(fact.heard());
            if (fact.withPeerExpert() != null) {
                (fact.withPeerExpert() ? with : without).add(fact.heard());
            }
        });
        var table = smallGroups.of(all, List.of(with, without));
        var held = meetings.stream()
                .filter(one -> one.period().equals(period.toString()))
                .findFirst()
                .orElse(new Meetings("", 0, 0));
        return new Row(
                period.toString(),
                !period.dayAfter().isAfter(Helsinki.today(clock)),
                table.total(),
                table.parts().get(0),
                table.parts().get(1),
                smallGroups.count(held.held()),
                smallGroups.count(held.asked()));
    }

    /** Only releases that have arrived whole: half a batch would let its last answers be told by subtraction. */
    private List<Fact> answers(String unit, Period.Width width) {
        return rows.sql("""
                        WITH live AS (
                            SELECT * FROM heard_answer
                            WHERE unit = ? AND giver = 'CLIENT' AND generation = (SELECT generation FROM view_generation WHERE view = ? AND live)
                        ), whole AS (
                            SELECT release FROM live GROUP BY release HAVING count(*) = min(release_size)
                        )
                        SELECT %s AS period, with_peer_expert, (scores->>'heard')::int AS heard FROM live JOIN whole USING (release)
                        """.formatted(width.name().toLowerCase(Locale.ROOT)))
                .params(unit, HeardView.NAME)
                .query((row, n) -> new Fact(
                        row.getString("period"), row.getObject("with_peer_expert", Boolean.class), row.getInt("heard")))
                .list();
    }

    private List<Meetings> meetings(String unit, PeriodsAsked asked) {
        return rows.sql("""
                        SELECT %s AS period, count(*) AS held, count(*) FILTER (WHERE asked) AS asked FROM heard_meeting
                        WHERE unit = ? AND quarter BETWEEN ? AND ? AND generation = (SELECT generation FROM view_generation WHERE view = ? AND live)
                        GROUP BY 1
                        """.formatted(asked.column()))
                .params(unit, asked.year() + "-Q1", asked.year() + "-Q4", HeardView.NAME)
                .query(Meetings.class)
                .list();
    }
}
