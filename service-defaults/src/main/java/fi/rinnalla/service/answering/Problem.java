package fi.rinnalla.service.answering;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A problem detail (RFC 9457). Not Spring's own class: that one repeats the address, and the answer for what is absent
 * and what is forbidden must be the same to the byte.
 *
 * @param type   {@code /problems/<code>}, from the closed list in {@code docs/problems.md}
 * @param errors where in the request, if it can be told
 * @param yours  what the caller wrote, where it would be lost otherwise
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        List<BadRequest.Fault> errors,
        @Nullable Object yours) {

    public static Problem of(HttpStatus status, String code, String detail) {
        return new Problem("/problems/" + code, status.getReasonPhrase(), status.value(), detail, List.of(), null);
    }

    Problem at(List<BadRequest.Fault> faults) {
        return new Problem(type, title, status, detail, faults, yours);
    }

    Problem with(@Nullable Object typed) {
        return new Problem(type, title, status, detail, errors, typed);
    }
}
