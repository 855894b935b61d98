package fi.rinnalla.feedback.indicator;

import fi.rinnalla.feedback.Period;
import fi.rinnalla.feedback.PeriodsAsked;
import fi.rinnalla.feedback.figure.Count;
import fi.rinnalla.feedback.figure.Counted;
import fi.rinnalla.feedback.figure.Figure;
import fi.rinnalla.feedback.figure.SmallGroups;
import fi.rinnalla.feedback.heard.HeardView;
import fi.rinnalla.service.answering.BadRequest;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.UserRole;
import fi.rinnalla.service.pages.Language;
import fi.rinnalla.service.time.Helsinki;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Do clients feel heard, together with a peer expert and without one? For one unit and the fixed periods of one year.
 * Every period of the year is in the answer, and an empty one looks like one that is too small to show.
 */
@RestController
class ReadHeard {

    /** What clients say, and how often they are met. */
    static final List<String> VIEWS = List.of(HeardView.NAME, IndicatorView.NAME);

    private final JdbcClient rows;
    private final Facts facts;
    private final Counted counted;
    private final SmallGroups smallGroups;
    private final Clock clock;

    ReadHeard(JdbcClient rows, Facts facts, Counted counted, SmallGroups smallGroups, Clock clock) {
        this.rows = rows;
        this.facts = facts;
        this.counted = counted;
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

    /** @param wording how contacts and being heard may be told beside each other: found together, never one because of the other */
    record Shown(String unit, int year, String by, String wording, List<Row> periods) {}

    private record Heard(@Nullable String period, @Nullable Boolean withPeerExpert, int heard) {}

    @GetMapping("/api/v1/views/heard")
    @AllowedTo({UserRole.COORDINATOR, UserRole.PROFESSIONAL, UserRole.MANAGER, UserRole.ANALYST})
    Shown heard(
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(defaultValue = "month") String by,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String preferred) {
        if (unit.isEmpty()) {
            throw BadRequest.parameter("unit", "Say which unit: ?unit=paihdepoliklinikka");
        }
        var asked = PeriodsAsked.of(year, by, clock);
        return new Shown(
                unit,
                asked.year(),
                by,
                Catalogue.wording(Language.of(null, preferred)),
                counted.of(VIEWS, unit, asked, () -> rows(unit, asked)));
    }

    private List<Row> rows(String unit, PeriodsAsked asked) {
        var answers = answers(unit, asked.width(), asked.year(), asked.year());
        var held = facts.of(Indicator.FACE_TO_FACE, unit, null, asked.year());
        var closed = facts.of(Indicator.CLOSING_QUESTION_ASKED, unit, null, asked.year());
        return asked.all().stream()
                .map(period -> row(
                        period,
                        answers,
                        held.stream().filter(meeting -> meeting.isIn(period)).count(),
                        closed.stream()
                                .filter(meeting -> meeting.holds() == 1 && meeting.isIn(period))
                                .count()))
                .toList();
    }

    /** The years in which a unit has at least one figure to show, so that a page can open on the latest. */
    @GetMapping("/api/v1/views/heard/years")
    @AllowedTo({UserRole.COORDINATOR, UserRole.PROFESSIONAL, UserRole.MANAGER, UserRole.ANALYST})
    List<Integer> years(@RequestParam(defaultValue = "") String unit) {
        int thisYear = Helsinki.today(clock).getYear();
        var answers = answers(unit, Period.Width.QUARTER, PeriodsAsked.FIRST_YEAR, thisYear);
        return IntStream.rangeClosed(PeriodsAsked.FIRST_YEAR, thisYear)
                .filter(year -> Period.Width.QUARTER.of(year).stream()
                        .anyMatch(quarter -> row(quarter, answers, 0, 0).all().n() != null))
                .boxed()
                .toList();
    }

    private Row row(Period period, List<Heard> answers, long meetingsHeld, long closingQuestionAsked) {
        var all = new ArrayList<Integer>();
        var with = new ArrayList<Integer>();
        var without = new ArrayList<Integer>();
        answers.stream()
                .filter(answer -> period.toString().equals(answer.period()))
                .forEach(answer -> {
                    all.add(answer.heard());
                    if (answer.withPeerExpert() != null) {
                        (answer.withPeerExpert() ? with : without).add(answer.heard());
                    }
                });
        var table = smallGroups.of(all, List.of(with, without));
        return new Row(
                period.toString(),
                !period.dayAfter().isAfter(Helsinki.today(clock)),
                table.total(),
                table.parts().get(0),
                table.parts().get(1),
                smallGroups.count(meetingsHeld),
                smallGroups.count(closingQuestionAsked));
    }

    /** Only releases that have arrived whole: half a batch would let its last answers be told by subtraction. */
    private List<Heard> answers(String unit, Period.Width width, int first, int last) {
        return rows.sql("""
                        WITH live AS (
                            SELECT * FROM heard_answer
                            WHERE unit = ? AND quarter BETWEEN ? AND ? AND giver = 'CLIENT'
                                AND generation = (SELECT generation FROM view_generation WHERE view = ? AND live)
                        ), whole AS (
                            SELECT release FROM live GROUP BY release HAVING count(*) = min(release_size)
                        )
                        SELECT %s AS period, with_peer_expert, (scores->>'heard')::int AS heard FROM live JOIN whole USING (release)
                        """.formatted(width.name().toLowerCase(Locale.ROOT)))
                .params(unit, first + "-Q1", last + "-Q4", HeardView.NAME)
                .query((row, n) -> new Heard(
                        row.getString("period"), row.getObject("with_peer_expert", Boolean.class), row.getInt("heard")))
                .list();
    }
}
