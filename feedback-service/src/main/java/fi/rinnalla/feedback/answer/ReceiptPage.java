package fi.rinnalla.feedback.answer;

import fi.rinnalla.service.pages.Language;
import fi.rinnalla.service.pages.Pages;
import fi.rinnalla.service.pages.Secrets;
import fi.rinnalla.service.rows.BySecret;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

/** Where a giver reads with the return code what became of the answer. The code is never in an address. */
@RestController
class ReceiptPage {

    private final JdbcClient rows;
    private final BySecret bySecret;
    private final Pages pages;

    ReceiptPage(JdbcClient rows, BySecret bySecret, Pages pages) {
        this.rows = rows;
        this.bySecret = bySecret;
        this.pages = pages;
    }

    private record Receipt(boolean counted, @Nullable String words, boolean masked, @Nullable String state) {}

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
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String preferred) {
        var language = Language.of(lang, preferred);
        var found = find(Secrets.hash(code.strip().toUpperCase(Locale.ROOT)));
        if (found.isEmpty()) {
            return pages.page(HttpStatus.NOT_FOUND, "receipt", language, Map.of("unknown", true));
        }
        var receipt = found.get();
        var values = new HashMap<String, Object>();
        values.put("found", true);
        values.put("counted", receipt.counted());
        values.put("waiting", !receipt.counted());
        if (receipt.words() != null) {
            values.put("hasWords", true);
            values.put("masked", receipt.masked());
            values.put("ownWords", receipt.words());
            values.put("wordsState", language.texts("/answer").getProperty("words_" + receipt.state()));
        }
        return pages.page(HttpStatus.OK, "receipt", language, values);
    }

    private Optional<Receipt> find(byte[] hash) {
        return bySecret.open("receipt_organisation", hash, () -> rows.sql("""
                        SELECT counted, words, coalesce(masked, false) AS masked, state
                        FROM receipt LEFT JOIN words ON words.receipt = code_hash WHERE code_hash = ?
                        """).param(hash).query(Receipt.class).optional());
    }
}
