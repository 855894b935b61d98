package fi.rinnalla.feedback.indicator;

import com.fasterxml.jackson.annotation.JsonInclude;
import fi.rinnalla.feedback.PeriodsAsked;
import fi.rinnalla.service.answering.BadRequest;
import fi.rinnalla.service.answering.Words;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.UserRole;
import fi.rinnalla.service.pages.Language;
import fi.rinnalla.service.time.Helsinki;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * An organisation that takes part sees its own figure beside how those of the others are spread. Only figures that are out and
 * rest on ten facts; only where at least ten others take part; nobody is named.
 */
@RestController
class CompareOrganisations {

    private static final int FEWEST_OTHERS = 10;

    private final Catalogue catalogue;
    private final ReleasedFigures released;
    private final JdbcClient rows;
    private final Clock clock;

    CompareOrganisations(Catalogue catalogue, ReleasedFigures released, JdbcClient rows, Clock clock) {
        this.catalogue = catalogue;
        this.released = released;
        this.rows = rows;
        this.clock = clock;
    }

    /** @param until last day of taking part; a day that is past ends it */
    record Agreement(
            @Words(max = 500) String why,
            @NotNull(message = "required") LocalDate until) {}

    /**
     * @param own    absent where it is not out, or rests on fewer than ten
     * @param spread absent where fewer than ten others can be seen
     * @param under  ten, where the spread is hidden
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(
            String period,
            @Nullable Double own,
            @Nullable Spread spread,
            @Nullable Integer under) {}

    /** The middle of the others' figures, and a quarter of them below and above. */
    record Spread(double lowerQuarter, double middle, double upperQuarter) {}

    record Compared(Catalogue.Meaning meaning, int year, String by, List<Row> periods) {}

    @PostMapping("/api/v1/benchmarks/agreement")
    @AllowedTo(UserRole.MANAGER)
    ResponseEntity<Void> agree(@Valid @RequestBody Agreement agreement) {
        if (agreement.until().isAfter(Helsinki.today(clock).plusYears(5))) {
            throw BadRequest.field("/until", "within-five-years", "Agree for at most five years at a time.");
        }
        rows.sql("""
                        INSERT INTO benchmark_agreement (why, until) VALUES (?, ?)
                        ON CONFLICT (organisation) DO UPDATE SET why = excluded.why, until = excluded.until
                        """).params(agreement.why(), agreement.until()).update();
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/api/v1/benchmarks/agreement")
    @AllowedTo({UserRole.MANAGER, UserRole.COORDINATOR, UserRole.ANALYST})
    List<Agreement> agreement() {
        return rows.sql("SELECT why, until FROM benchmark_agreement")
                .query(Agreement.class)
                .list();
    }

    @GetMapping("/api/v1/benchmarks/{indicator}")
    @AllowedTo({UserRole.MANAGER, UserRole.COORDINATOR, UserRole.ANALYST})
    Compared compare(
            @PathVariable("indicator") String slug,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(defaultValue = "quarter") String by,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String preferred) {
        var indicator = Catalogue.find(slug);
        var asked = PeriodsAsked.of(year, by, clock);
        var own = released.of(indicator, null, asked.all());
        return new Compared(
                catalogue.of(indicator, Language.of(null, preferred)),
                asked.year(),
                by,
                asked.all().stream()
                        .map(period ->
                                row(indicator, period.toString(), Optional.ofNullable(own.get(period.toString()))))
                        .toList());
    }

    private Row row(Indicator indicator, String period, Optional<ReleasedFigures.Released> own) {
        var others = rows.sql("SELECT * FROM others_figures(?, ?, ?)")
                .params(indicator.slug(), period, Helsinki.today(clock))
                .query(Double.class)
                .list();
        var shown = own.filter(figure -> figure.n() >= FEWEST_OTHERS)
                .map(ReleasedFigures.Released::value)
                .orElse(null);
        return others.size() < FEWEST_OTHERS
                ? new Row(period, shown, null, FEWEST_OTHERS)
                : new Row(period, shown, new Spread(at(others, 0.25), at(others, 0.5), at(others, 0.75)), null);
    }

    /** Between the two nearest, to five hundredths: the figure itself is somebody's. */
    private static double at(List<Double> sorted, double place) {
        double index = place * (sorted.size() - 1);
        double below = sorted.get((int) Math.floor(index));
        double above = sorted.get((int) Math.ceil(index));
        return Math.round((below + (above - below) * (index - Math.floor(index))) * 20) / 20.0;
    }
}
