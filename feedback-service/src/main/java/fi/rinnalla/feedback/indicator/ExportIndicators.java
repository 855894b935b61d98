package fi.rinnalla.feedback.indicator;

import fi.rinnalla.feedback.PeriodsAsked;
import fi.rinnalla.service.answering.BadRequest;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.UserRole;
import fi.rinnalla.service.pages.Language;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import tools.jackson.databind.json.JsonMapper;

/** All indicators of a unit or the organisation for a year, as a table for a spreadsheet or a program. */
@RestController
class ExportIndicators {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final char SEPARATOR = ';';
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final ReadIndicators reading;
    private final Catalogue catalogue;
    private final JsonMapper json;
    private final Clock clock;

    ExportIndicators(ReadIndicators reading, Catalogue catalogue, JsonMapper json, Clock clock) {
        this.reading = reading;
        this.catalogue = catalogue;
        this.json = json;
        this.clock = clock;
    }

    record Line(String indicator, String name, ReadIndicators.Row row) {}

    /** @param format {@code csv}, with commas in numbers and a mark that spreadsheets read, or {@code json} */
    @GetMapping("/api/v1/exports/indicators")
    @AllowedTo({UserRole.COORDINATOR, UserRole.PROFESSIONAL, UserRole.MANAGER, UserRole.ANALYST})
    @Nullable
    ResponseEntity<String> export(
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(defaultValue = "month") String by,
            @RequestParam(defaultValue = "csv") String format,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String preferred,
            WebRequest request) {
        if (!List.of("csv", "json").contains(format)) {
            throw BadRequest.parameter("format", "The format is csv or json.");
        }
        var language = Language.of(null, preferred);
        var asked = PeriodsAsked.of(year, by, clock);
        var lines = reading.shown(unit, asked).entrySet().stream()
                .flatMap(indicator ->
                        lines(indicator.getKey(), catalogue.name(indicator.getKey(), language), indicator.getValue()))
                .toList();
        var body = format.equals("csv") ? csv(lines, language) : json.writeValueAsString(lines);
        var etag = "\"" + DigestUtils.md5DigestAsHex(body.getBytes(StandardCharsets.UTF_8)) + "\"";
        if (request.checkNotModified(etag)) {
            return null;
        }
        return ResponseEntity.ok()
                .eTag(etag)
                .contentType(format.equals("csv") ? CSV : MediaType.APPLICATION_JSON)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"indicators-" + asked.year() + "." + format + "\"")
                .body(body);
    }

    private static Stream<Line> lines(Indicator indicator, String name, List<ReadIndicators.Row> rows) {
        return rows.stream().map(row -> new Line(indicator.slug(), name, row));
    }

    private static String csv(List<Line> lines, Language language) {
        var texts = language.texts("/indicator");
        var out = new StringWriter().append(BYTE_ORDER_MARK);
        try (var table = new CSVPrinter(
                out, CSVFormat.EXCEL.builder().setDelimiter(SEPARATOR).get())) {
            table.printRecord((Object[]) texts.getProperty("export.columns").split(","));
            for (var line : lines) {
                var rate = line.row().rate();
                table.printRecord(
                        safe(line.indicator()),
                        safe(line.name()),
                        line.row().period(),
                        line.row().version(),
                        rate.n(),
                        number(rate.value(), language),
                        number(rate.low(), language),
                        number(rate.high(), language));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString();
    }

    /** A cell that a spreadsheet would take for a formula is told to be text. */
    static String safe(String cell) {
        return cell.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + cell : cell;
    }

    private static String number(@Nullable Double value, Language language) {
        return value == null ? "" : String.format(Locale.of(language.tag()), "%.3f", value);
    }
}
