package fi.rinnalla.identity;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The login page, in Finnish, Swedish and English, without script. */
@RestController
class LoginPage {

    private static final List<String> LANGUAGES = List.of("fi", "sv", "en");

    private final Template page;
    private final IdentitySettings settings;

    LoginPage(IdentitySettings settings) throws IOException {
        this.settings = settings;
        try (var in = LoginPage.class.getResourceAsStream("/login/login.html")) {
            page = Mustache.compiler()
                    .defaultValue("")
                    .compile(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private record Choice(String tag, String name, boolean current) {}

    private record Shown(String login, String organisation, String roles) {}

    @GetMapping(path = "/login", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> login(
            @RequestParam(required = false) @Nullable String lang,
            @RequestParam(required = false) @Nullable String error,
            Locale preferred,
            CsrfToken csrf,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var tag = Stream.of(
                        Stream.of(Objects.requireNonNullElse(lang, "")),
                        askedFor(request, response),
                        Stream.of(preferred.getLanguage()))
                .flatMap(languages -> languages)
                .filter(LANGUAGES::contains)
                .findFirst()
                .orElse("fi");
        var texts = texts(tag);
        var model = new HashMap<String, Object>();
        texts.forEach((key, text) -> model.put(key.toString(), text));
        model.put("lang", tag);
        model.put(
                "languages",
                LANGUAGES.stream()
                        .map(one -> new Choice(
                                one,
                                switch (one) {
                                    case "sv" -> "svenska";
                                    case "en" -> "English";
                                    default -> "suomi";
                                },
                                one.equals(tag)))
                        .toList());
        model.put("failed", error != null);
        model.put("csrfName", csrf.getParameterName());
        model.put("csrfToken", csrf.getToken());
        model.put(
                "people",
                settings.people().stream()
                        .map(person -> new Shown(
                                person.login(),
                                Objects.requireNonNull(settings.organisations().get(person.organisation())),
                                texts.getProperty("role_" + person.roles().getFirst())))
                        .toList());
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(page.execute(model));
    }

    /** The languages in which the gateway wishes the login ({@code ui_locales}), the best first. */
    private static Stream<String> askedFor(HttpServletRequest request, HttpServletResponse response) {
        return Optional.ofNullable(new HttpSessionRequestCache().getRequest(request, response))
                .map(login -> login.getParameterValues("ui_locales"))
                .stream()
                .flatMap(Arrays::stream)
                .flatMap(tags -> Arrays.stream(tags.split(" ")));
    }

    private static Properties texts(String tag) throws IOException {
        var texts = new Properties();
        try (var in = LoginPage.class.getResourceAsStream("/login/" + tag + ".properties")) {
            texts.load(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
        }
        return texts;
    }
}
