package fi.rinnalla.peerexpert.invitation;

import fi.rinnalla.service.pages.Secrets;
import java.util.HexFormat;

/** How an invitation's secret is kept: nobody who reads the database can use it. */
final class Codes {

    private Codes() {}

    static String hash(String code) {
        return HexFormat.of().formatHex(Secrets.hash(code));
    }
}
