package fi.rinnalla.service.asking;

import fi.rinnalla.service.answering.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Holds every address to its {@link AllowedTo}: to those who may not, it is not there. */
public class AllowedRoles implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)) {
            return true;
        }
        var allowed = method.getMethodAnnotation(AllowedTo.class);
        if (allowed == null
                || Caller.current().filter(caller -> caller.is(allowed.value())).isEmpty()) {
            throw new NotFound();
        }
        return true;
    }
}
