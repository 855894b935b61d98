package fi.rinnalla.service.pages;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Renders the pages for clients: no script, no cookie, nothing from elsewhere, and the style within the page, named by
 * its hash in the content security policy. A feature brings its bodies and texts; the frame is the same for all.
 */
public final class Pages {

    private final String style = resource("/pages/style.css");
    private final Template frame = template("/pages/page.html");
    private final String folder;
    private final Map<String, Template> bodies;
    private final String policy =
            "default-src 'none'; style-src 'sha256-%s'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
                    .formatted(sha256(style));

    /** @param folder holds {@code <name>.html} for each body, and the texts as {@code fi.properties} and so on */
    public Pages(String folder, String... bodies) {
        this.folder = folder;
        this.bodies = Arrays.stream(bodies)
                .collect(Collectors.toMap(body -> body, body -> template(folder + "/" + body + ".html")));
    }

    private record Choice(String tag, String name, boolean current) {}

    /** @param values what the body shows besides the language's texts */
    public ResponseEntity<String> page(HttpStatus status, String name, Language language, Map<String, ?> values) {
        var model = new HashMap<String, Object>();
        language.texts(folder).forEach((key, text) -> model.put(key.toString(), text));
        model.putAll(values);
        model.put("lang", language.tag());
        model.put("style", style);
        model.put("languages", choices(language));
        model.put("body", Objects.requireNonNull(bodies.get(name)).execute(model));
        return ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", policy)
                .header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", "noindex")
                .header("Content-Language", language.tag())
                .body(frame.execute(model));
    }

    private static List<Choice> choices(Language current) {
        return Arrays.stream(Language.values())
                .map(language -> new Choice(language.tag(), language.ownName(), language == current))
                .toList();
    }

    /** What is empty shows no label either: {@code {{#place}}...{{/place}}} is left out as if nothing were there. */
    private static Template template(String name) {
        return Mustache.compiler()
                .escapeHTML(true)
                .defaultValue("")
                .emptyStringIsFalse(true)
                .compile(resource(name));
    }

    private static String resource(String name) {
        try (InputStream in = Pages.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static String sha256(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
