package fi.rinnalla.testing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every address under {@code /api} that a service has, for tests that walk them all. */
public final class Addresses {

    /** @param path with a random id wherever the address takes one */
    public record Address(String method, String path, HandlerMethod handler) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private Addresses() {}

    public static List<Address> of(ApplicationContext service) {
        var found = new ArrayList<Address>();
        service.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, handler) -> mapping.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/"))
                        .forEach(path -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> found.add(new Address(
                                        method.name(),
                                        path.replace("{number}", "1")
                                                .replace("{view}", "heard")
                                                .replaceAll(
                                                        "\\{[^}]+}",
                                                        UUID.randomUUID().toString()),
                                        handler)))));
        found.sort(Comparator.comparing(Address::toString));
        return found;
    }
}
