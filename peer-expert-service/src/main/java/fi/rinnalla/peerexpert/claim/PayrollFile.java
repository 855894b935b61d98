package fi.rinnalla.peerexpert.claim;

import fi.rinnalla.peerexpert.pool.PeerExpert;
import fi.rinnalla.service.answering.BadRequest;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/** The file that payroll reads, and the file that it gives back. Semicolons, euros with a comma: as Finnish payrolls have it. */
final class PayrollFile {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setDelimiter(';')
            .setRecordSeparator("\r\n")
            .get();
    private static final String[] HEADER = {
        "claim", "login", "name", "unit", "workedOn", "compensation", "incomeType", "fee", "travel", "expenses", "total"
    };

    private PayrollFile() {}

    static String write(List<Claim> claims, Function<Claim, PeerExpert> whose, PayrollSettings settings) {
        var file = new StringBuilder();
        try (var csv = new CSVPrinter(file, FORMAT)) {
            csv.printRecord((Object[]) HEADER);
            for (var claim : claims) {
                var peer = whose.apply(claim);
                csv.printRecord(Stream.of(
                                claim.id().toString(),
                                peer.login(),
                                peer.name(),
                                claim.unit(),
                                claim.workedOn().toString(),
                                claim.compensation()
                                        .name()
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', '-'),
                                settings.codeOf(claim.compensation()),
                                euros(claim.feeCents()),
                                euros(claim.travelCents()),
                                euros(claim.expenses().stream()
                                        .mapToInt(Claim.Expense::cents)
                                        .sum()),
                                euros(claim.totalCents()))
                        .map(PayrollFile::harmless)
                        .toArray());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.toString();
    }

    /** A spreadsheet takes a cell that begins so for a formula. */
    static String harmless(String cell) {
        return cell.isEmpty() || "=+-@\t\r".indexOf(cell.charAt(0)) < 0 ? cell : "'" + cell;
    }

    private static String euros(int cents) {
        return "%d,%02d".formatted(cents / 100, cents % 100);
    }

    /** @param line in the file, from 1; the header is the first */
    record PaidRow(long line, String claim, String paidOn) {}

    /** Rows {@code claim;paidOn} under such a header. */
    static List<PaidRow> read(String text) {
        try (var csv = CSVParser.parse(
                new StringReader(text),
                FORMAT.builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .setIgnoreSurroundingSpaces(true)
                        .get())) {
            if (!csv.getHeaderNames().containsAll(List.of("claim", "paidOn"))) {
                throw BadRequest.field("/", "header", "The first line is: claim;paidOn");
            }
            return csv.stream().map(PayrollFile::row).toList();
        } catch (IOException | IllegalArgumentException | UncheckedIOException unreadable) {
            throw BadRequest.field(
                    "/", "unreadable", "Send lines of two fields with a semicolon between: claim;paidOn");
        }
    }

    private static PaidRow row(CSVRecord row) {
        return new PaidRow(
                row.getRecordNumber() + 1,
                row.isSet("claim") ? row.get("claim") : "",
                row.isSet("paidOn") ? row.get("paidOn") : "");
    }
}
