package fi.rinnalla.service.answering;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** The version that the caller has seen. Taken as an argument, it makes the header required (428). */
public record IfMatch(long version) {

    /** Refuses (412) when somebody has changed it since. */
    public void check(long present) {
        check(present, null);
    }

    /** @param typed what the caller wrote, given back in the refusal so that it is not lost */
    public void check(long present, @Nullable Object typed) {
        if (version != present) {
            throw new BadRequest(
                            HttpStatus.PRECONDITION_FAILED,
                            "changed-since-read",
                            "It has changed since you read it: read it again and decide anew.")
                    .withTyped(typed);
        }
    }

    static class Argument implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == IfMatch.class;
        }

        @Override
        public IfMatch resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            var header = request.getHeader(HttpHeaders.IF_MATCH);
            if (header == null) {
                throw new BadRequest(
                        HttpStatus.PRECONDITION_REQUIRED,
                        "if-match-missing",
                        "Send If-Match with the ETag that you read, so that nobody's change is lost.");
            }
            // A tag that is none of ours matches nothing.
            return new IfMatch(
                    header.matches("\"\\d{1,18}\"") ? Long.parseLong(header, 1, header.length() - 1, 10) : -1);
        }
    }
}
