package fi.rinnalla.peerexpert.pool;

import fi.rinnalla.service.time.Helsinki;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What stands for a person in events: the same within a calendar quarter, so that load can be seen to be spread, and another
 * in the next. It can't be computed without the service's secret.
 */
@Component
public class Pseudonyms {

    private final SecretKeySpec key;
    private final Clock clock;

    Pseudonyms(@Value("${rinnalla.peer-expert.pseudonym-secret}") String secret, Clock clock) {
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        this.clock = clock;
    }

    /** 64 bits as 16 hexadecimal digits. */
    public String of(UUID person) {
        var today = Helsinki.today(clock);
        return in(today.getYear() + "-" + (today.getMonthValue() + 2) / 3, person);
    }

    private String in(String quarter, UUID person) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return HexFormat.of()
                    .formatHex(mac.doFinal((quarter + " " + person).getBytes(StandardCharsets.UTF_8)), 0, 8);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
