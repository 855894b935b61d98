package fi.rinnalla.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** Writes what was measured as a table and as a picture. */
final class Report {

    private Report() {}

    static void write(Path folder, List<Measured> lines) throws IOException {
        Files.createDirectories(folder);
        var table = new StringBuilder("""
                # Measured on %s

                %d cores, JDK %s. Everything, the measuring tools included, on the same cores. Written by `benchmarks/run`.

                | what | reached | limit in the same run | share of it | goal | |
                | --- | ---: | ---: | ---: | ---: | --- |
                """.formatted(
                LocalDate.now(ZoneId.systemDefault()), Runtime.getRuntime().availableProcessors(), Runtime.version()));
        for (var line : lines) {
            table.append("| %s | %s %s | %s | %s | %s | %s |%n"
                    .formatted(
                            line.what(),
                            number(line.value()),
                            line.unit(),
                            line.limit() == 0 ? "–" : number(line.limit()) + " " + line.unit(),
                            line.limit() == 0 ? "–" : "%.2f".formatted(line.share()),
                            number(line.goal()),
                            line.reached() ? "reached" : "not reached"));
        }
        Files.writeString(folder.resolve("results.md"), table);
        Files.writeString(folder.resolve("results.svg"), picture(lines));
        System.out.print(table);
    }

    /** A bar for each line: how far it came towards its goal. */
    private static String picture(List<Measured> lines) {
        var bars = new StringBuilder();
        int y = 30;
        for (var line : lines) {
            double towards =
                    line.moreIsBetter() ? line.share() / line.goal() : line.goal() / Math.max(line.share(), 1e-9);
            bars.append("""
                    <text x="330" y="%d" text-anchor="end">%s</text><rect x="340" y="%d" width="%.0f" height="16" fill="%s"/>
                    """.formatted(
                    y + 13, line.what(), y, Math.min(towards, 2) * 150, line.reached() ? "#4a6b2a" : "#b35c00"));
            y += 26;
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 660 %d" font-family="sans-serif" font-size="12">
                <rect width="100%%" height="100%%" fill="#fff"/><text x="340" y="18">How far towards the goal (line); at most twice is drawn</text>
                %s<line x1="490" x2="490" y1="24" y2="%d" stroke="#000"/></svg>
                """.formatted(y + 10, bars, y);
    }

    private static String number(double value) {
        return value >= 100 ? "%,.0f".formatted(value).replace(',', ' ') : String.format(Locale.ROOT, "%.2f", value);
    }
}
