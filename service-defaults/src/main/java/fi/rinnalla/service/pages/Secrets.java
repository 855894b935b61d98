package fi.rinnalla.service.pages;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.IntSupplier;

/** Random words that open something, and the hash under which they are stored. */
public final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TOKEN_BYTES = 16;
    /** Without letters that are taken for one another when read aloud or copied by hand. */
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private Secrets() {}

    /** 128 bits in 22 characters that a link may hold. */
    public static String token() {
        var bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A code to write down: {@code XXXX-XXXX-XXXX-XXXX}, 78 bits. */
    public static String code() {
        return code(() -> RANDOM.nextInt(ALPHABET.length()));
    }

    /** The code that belongs to a secret of at least 128 bits, as hexadecimal digits: always the same. */
    public static String codeOf(String hexSecret) {
        var rest = new BigInteger[] {new BigInteger(hexSecret, 16)};
        return code(() -> {
            var parts = rest[0].divideAndRemainder(BigInteger.valueOf(ALPHABET.length()));
            rest[0] = parts[0];
            return parts[1].intValue();
        });
    }

    private static String code(IntSupplier letters) {
        var code = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            code.append(i > 0 && i % 4 == 0 ? "-" : "").append(ALPHABET.charAt(letters.getAsInt()));
        }
        return code.toString();
    }

    /** The hash as 64 hexadecimal digits, of a code as people type it: without regard to case and spaces around it. */
    public static String hashOfCode(String code) {
        return hexHash(code.strip().toUpperCase(Locale.ROOT));
    }

    /** The hash as 64 hexadecimal digits. */
    public static String hexHash(String secret) {
        return HexFormat.of().formatHex(hash(secret));
    }

    public static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
