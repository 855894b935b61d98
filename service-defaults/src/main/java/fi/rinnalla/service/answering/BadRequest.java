package fi.rinnalla.service.answering;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The request itself is wrong: what to change, and where in it. */
public class BadRequest extends RuntimeException {

    /** @param pointer JSON pointer into the body, or the header's or parameter's name */
    public record Fault(String pointer, String code) {}

    private final HttpStatus status;
    private final String code;
    private final String detail;
    private final List<Fault> faults;
    private @Nullable Object typed;

    public BadRequest(HttpStatus status, String code, String detail, Fault... faults) {
        super(detail, null, false, false);
        this.status = status;
        this.code = code;
        this.detail = detail;
        this.faults = List.of(faults);
    }

    /** One field of the body breaks a rule. */
    public static BadRequest field(String pointer, String code, String detail) {
        return new BadRequest(HttpStatus.BAD_REQUEST, "invalid-request", detail, new Fault(pointer, code));
    }

    /** One parameter of the address breaks a rule. */
    public static BadRequest parameter(String name, String detail) {
        return new BadRequest(HttpStatus.BAD_REQUEST, "invalid-request", detail, new Fault(name, "invalid"));
    }

    BadRequest withTyped(@Nullable Object typed) {
        this.typed = typed;
        return this;
    }

    @Nullable
    Object typed() {
        return typed;
    }

    HttpStatus status() {
        return status;
    }

    String code() {
        return code;
    }

    String detail() {
        return detail;
    }

    List<Fault> faults() {
        return faults;
    }
}
