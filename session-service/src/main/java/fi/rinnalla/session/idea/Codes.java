package fi.rinnalla.session.idea;

import fi.rinnalla.service.pages.Secrets;
import java.util.Locale;

/** How a return code is kept: nobody who reads the database can use it. */
final class Codes {

    private Codes() {}

    static String hash(String code) {
        return java.util.HexFormat.of().formatHex(Secrets.hash(code.strip().toUpperCase(Locale.ROOT)));
    }
}
