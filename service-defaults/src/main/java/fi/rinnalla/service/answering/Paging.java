package fi.rinnalla.service.answering;

import fi.rinnalla.service.asking.Caller;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Which part of a list is asked for: {@code ?limit=} (1 to 100, 20 by default) and {@code ?cursor=} from the page
 * before. A cursor is signed for its caller's organisation, so it can neither be made up nor carried over.
 */
public final class Paging {

    private static final int DEFAULT_LIMIT = 20;
    private static final int MOST = 100;

    private final int limit;
    private final @Nullable String after;
    private final Signature signature;

    private Paging(int limit, @Nullable String after, Signature signature) {
        this.limit = limit;
        this.after = after;
        this.signature = signature;
    }

    public int limit() {
        return limit;
    }

    /** How many rows to look for: one more than the page holds tells whether there is a next one. */
    public int limitAndOne() {
        return limit + 1;
    }

    /** The key of the last row of the page before. */
    public Optional<String> after() {
        return Optional.ofNullable(after);
    }

    /** The id of the last row of the page before, for lists in the order of their ids. */
    public UUID afterId() {
        return after().map(UUID::fromString).orElse(new UUID(0, 0));
    }

    String cursorAfter(String key) {
        return signature.sign(key);
    }

    static class Argument implements HandlerMethodArgumentResolver {

        private final byte[] secret;

        Argument(byte[] secret) {
            this.secret = secret;
        }

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Paging.class;
        }

        @Override
        public Paging resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            var signature = new Signature(secret, Caller.current().orElseThrow().organisation());
            var limit = request.getParameter("limit");
            if (limit != null
                    && (!limit.matches("\\d{1,3}") || Integer.parseInt(limit) < 1 || Integer.parseInt(limit) > MOST)) {
                throw wrong("limit", "The limit is a number from 1 to " + MOST + ".");
            }
            var cursor = request.getParameter("cursor");
            return new Paging(
                    limit == null ? DEFAULT_LIMIT : Integer.parseInt(limit),
                    cursor == null
                            ? null
                            : signature
                                    .read(cursor)
                                    .orElseThrow(() -> wrong("cursor", "Use the cursor that a page gave.")),
                    signature);
        }

        private static BadRequest wrong(String parameter, String detail) {
            return new BadRequest(
                    HttpStatus.BAD_REQUEST, "invalid-request", detail, new BadRequest.Fault(parameter, "invalid"));
        }
    }

    private record Signature(byte[] secret, String organisation) {

        private static final int BYTES = 16;

        String sign(String key) {
            var text = key.getBytes(StandardCharsets.UTF_8);
            var both = java.nio.ByteBuffer.allocate(BYTES + text.length)
                    .put(mac(text), 0, BYTES)
                    .put(text);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(both.array());
        }

        Optional<String> read(String cursor) {
            try {
                var both = Base64.getUrlDecoder().decode(cursor);
                if (both.length <= BYTES) {
                    return Optional.empty();
                }
                var text = java.util.Arrays.copyOfRange(both, BYTES, both.length);
                var right = MessageDigest.isEqual(
                        java.util.Arrays.copyOf(mac(text), BYTES), java.util.Arrays.copyOf(both, BYTES));
                return right ? Optional.of(new String(text, StandardCharsets.UTF_8)) : Optional.empty();
            } catch (IllegalArgumentException notBase64) {
                return Optional.empty();
            }
        }

        private byte[] mac(byte[] text) {
            try {
                var mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(secret, "HmacSHA256"));
                mac.update(organisation.getBytes(StandardCharsets.UTF_8));
                mac.update((byte) 0);
                return mac.doFinal(text);
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
