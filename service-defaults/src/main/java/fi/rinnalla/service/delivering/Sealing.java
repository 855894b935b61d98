package fi.rinnalla.service.delivering;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.security.crypto.encrypt.Encryptors;

/** Closes what nobody should read in the database: AES-256-GCM, with a key derived from the installation's secret. */
public class Sealing {

    private static final String HASH = "HmacSHA256";
    private static final int STEP = 512;

    private final BytesEncryptor seal;
    private final SecretKeySpec key;

    Sealing(String secret, String salt) {
        this.seal = Encryptors.stronger(secret, salt);
        this.key = new SecretKeySpec((secret + "/" + salt).getBytes(StandardCharsets.UTF_8), HASH);
    }

    /** 64 hexadecimal digits, the same for the same text; whoever has no key can't try texts. */
    public String keyedHash(String text) {
        try {
            var mac = Mac.getInstance(HASH);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public byte[] close(String open) {
        return seal.encrypt(open.getBytes(StandardCharsets.UTF_8));
    }

    /** Closed texts of which most are as long as one another, so that their length tells nothing. */
    public byte[] closeAtOneLength(String open) {
        int length = (open.length() / STEP + 1) * STEP;
        return close(open + " ".repeat(length - open.length()));
    }

    public String open(byte[] closed) {
        return new String(seal.decrypt(closed), StandardCharsets.UTF_8);
    }
}
