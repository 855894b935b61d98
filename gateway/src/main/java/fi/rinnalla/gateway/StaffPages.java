package fi.rinnalla.gateway;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Objects;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The page for staff and its parts. The parts stand under an address that holds a hash of them all, so a browser may keep
 * them for ever and still never mixes two versions.
 */
@RestController
class StaffPages implements WebMvcConfigurer {

    private final String hash;
    private final String page;

    StaffPages() throws IOException, NoSuchAlgorithmException {
        var parts = new PathMatchingResourcePatternResolver().getResources("classpath:/web/**/*.*");
        Arrays.sort(parts, Comparator.comparing(part -> Objects.requireNonNull(part.getFilename())));
        var digest = MessageDigest.getInstance("SHA-256");
        for (Resource part : parts) {
            digest.update(part.getContentAsByteArray());
        }
        hash = HexFormat.of().formatHex(digest.digest(), 0, 6);
        page = new String(
                        Objects.requireNonNull(StaffPages.class.getResourceAsStream("/web/index.html"))
                                .readAllBytes(),
                        StandardCharsets.UTF_8)
                .replace("{hash}", hash);
    }

    @GetMapping("/")
    ResponseEntity<String> page() {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noCache())
                .body(page);
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry resources) {
        resources
                .addResourceHandler("/assets/" + hash + "/**")
                .addResourceLocations("classpath:/web/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
    }
}
