package fi.rinnalla.service.delivering;

import java.nio.charset.StandardCharsets;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.security.crypto.encrypt.Encryptors;

/** Closes what nobody should read in the database: AES-256-GCM, with a key derived from the installation's secret. */
public class Sealing {

    private final BytesEncryptor seal;

    Sealing(String secret, String salt) {
        this.seal = Encryptors.stronger(secret, salt);
    }

    public byte[] close(String open) {
        return seal.encrypt(open.getBytes(StandardCharsets.UTF_8));
    }

    public String open(byte[] closed) {
        return new String(seal.decrypt(closed), StandardCharsets.UTF_8);
    }
}
