package fi.rinnalla.feedback.answer;

import fi.rinnalla.service.delivering.Sealing;
import fi.rinnalla.service.pages.Secrets;
import fi.rinnalla.service.rows.BySecret;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Codes with which givers find their answers again. On a bad network the thanks may never arrive, and the form is sent once more:
 * the same form has the same code. It follows from a random word in the form, which whoever handed out the link never
 * saw, and from the installation's key; neither is kept with the answer.
 */
@Component
class ReturnCodes {

    private final Sealing sealing;
    private final BySecret bySecret;
    private final JdbcClient rows;

    ReturnCodes(Sealing sealing, BySecret bySecret, JdbcClient rows) {
        this.sealing = sealing;
        this.bySecret = bySecret;
        this.rows = rows;
    }

    /** @param page the link or door that the form was on */
    String of(String page, String form) {
        return Secrets.codeOf(sealing.keyedHash("return-code/" + page + "/" + form));
    }

    /** The code, if an answer was kept under it, whosever. */
    Optional<String> ofWhatWasKept(String page, String form) {
        var code = of(page, form);
        return bySecret.open("receipt_organisation", Secrets.hash(code), () -> ifKept(code));
    }

    /** The same within the organisation that the page belongs to: in its transaction, so that a flood takes no second connection. */
    Optional<String> ifKept(String code) {
        return rows.sql("SELECT true FROM receipt WHERE code_hash = ?")
                .param(Secrets.hash(code))
                .query(Boolean.class)
                .optional()
                .map(kept -> code);
    }
}
