package fi.rinnalla.feedback.answer;

import fi.rinnalla.feedback.theme.Themes;
import fi.rinnalla.service.pages.Language;
import fi.rinnalla.service.pages.Pages;
import fi.rinnalla.service.pages.Secrets;
import fi.rinnalla.service.rows.BySecret;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where a giver reads with the return code what became of the answer: whether it counts, what was taken out of the words, what
 * was replied to their theme; and may take it back. The code is never in an address.
 */
@RestController
class ReceiptPage {

    private final JdbcClient rows;
    private final BySecret bySecret;
    private final Themes themes;
    private final Pages pages = new Pages("/answer", "receipt");

    ReceiptPage(JdbcClient rows, BySecret bySecret, Themes themes) {
        this.rows = rows;
        this.bySecret = bySecret;
        this.themes = themes;
    }

    private record Receipt(
            String unit,
            boolean counted,
            @Nullable String words,
            boolean masked,
            int removed,
            @Nullable UUID theme,
            @Nullable String state) {}

    @GetMapping("/r")
    ResponseEntity<String> ask(
            @RequestParam(required = false) @Nullable String lang,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String preferred) {
        return pages.page(HttpStatus.OK, "receipt", Language.of(lang, preferred), Map.of());
    }

    @PostMapping("/r")
    ResponseEntity<String> read(
            @RequestParam(required = false) @Nullable String lang,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(name = "take-back", required = false) @Nullable String takeBack,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String preferred) {
        var language = Language.of(lang, preferred);
        var typed = code.strip().toUpperCase(Locale.ROOT);
        var hash = Secrets.hash(typed);
        var shown = bySecret.open(
                "receipt_organisation",
                hash,
                () -> find(hash).map(receipt -> {
                    if (takeBack == null) {
                        return values(receipt, language, typed);
                    }
                    takeBack(hash, receipt.unit());
                    return Map.<String, Object>of("takenBack", true, "wasCounted", receipt.counted());
                }));
        return shown.isEmpty()
                ? pages.page(HttpStatus.NOT_FOUND, "receipt", language, Map.of("unknown", true))
                : pages.page(HttpStatus.OK, "receipt", language, shown.get());
    }

    /** What was counted stays in figures that are out: nobody can tell it there. All else goes. */
    private void takeBack(byte[] hash, String unit) {
        rows.sql("DELETE FROM answer WHERE receipt = ?").param(hash).update();
        rows.sql("DELETE FROM words WHERE receipt = ?").param(hash).update();
        rows.sql("DELETE FROM receipt WHERE code_hash = ?").param(hash).update();
        rows.sql("SELECT shuffle(?)").param(unit).query((row, n) -> true).list();
    }

    private Map<String, Object> values(Receipt receipt, Language language, String code) {
        var values = new HashMap<String, Object>();
        values.put("found", true);
        values.put("typed", code);
        values.put("counted", receipt.counted());
        values.put("waiting", !receipt.counted());
        if (receipt.words() != null) {
            values.put("hasWords", true);
            values.put("masked", receipt.masked());
            values.put("removed", receipt.removed() > 0);
            values.put("ownWords", receipt.words());
            values.put("wordsState", language.texts("/answer").getProperty("words_" + receipt.state()));
        }
        Optional.ofNullable(receipt.theme())
                .map(themes::answered)
                .filter(theme -> !theme.replies().isEmpty())
                .ifPresent(theme -> values.put("reply", theme));
        return values;
    }

    private Optional<Receipt> find(byte[] hash) {
        return rows.sql("""
                        SELECT receipt.unit, counted, words, coalesce(masked, false) AS masked, coalesce(removed, 0) AS removed, theme, state
                        FROM receipt LEFT JOIN words ON words.receipt = code_hash WHERE code_hash = ?
                        """).param(hash).query(Receipt.class).optional();
    }
}
