package fi.rinnalla.feedback.path;

import static fi.rinnalla.service.asking.UserRole.CLIENT;
import static fi.rinnalla.service.asking.UserRole.COORDINATOR;
import static fi.rinnalla.service.asking.UserRole.PROFESSIONAL;

import fi.rinnalla.feedback.answer.Masking;
import fi.rinnalla.feedback.ask.Forms;
import fi.rinnalla.service.answering.BadRequest;
import fi.rinnalla.service.answering.Login;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.pages.Language;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * A client draws the services that they used as steps, alone or with a worker, and says of each whether it works and where it
 * hurts. Services are assessed, not the client; of the client nothing is kept.
 */
@RestController
class DrawPath {

    private final ServicePaths paths;
    private final Forms forms;

    DrawPath(ServicePaths paths, Forms forms) {
        this.paths = paths;
        this.forms = forms;
    }

    /**
     * @param service what people call it: {@code TE-toimisto}
     * @param topic   what is hardest there, in a few words: {@code jonotus}; absent where nothing is
     */
    record Step(
            @NotNull(message = "required") @Pattern(regexp = ServicePath.NAME, message = "name-of-60")
            String service,

            boolean works,

            @Nullable @Pattern(regexp = ServicePath.NAME, message = "name-of-60")
            String topic) {}

    record Drawn(
            @NotNull(message = "required") @Login String unit,

            @NotNull(message = "required") @Size(min = 1, max = ServicePath.MOST_STEPS, message = "1-to-30")
            List<@NotNull(message = "required") @Valid Step> steps) {}

    /** @param words said before anything is asked */
    record Intro(String words) {}

    @GetMapping("/api/v1/service-paths/intro")
    @AllowedTo({CLIENT, PROFESSIONAL, COORDINATOR})
    Intro intro(@RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String preferred) {
        return new Intro(Language.of(null, preferred).texts("/path").getProperty("intro"));
    }

    @PostMapping("/api/v1/service-paths")
    @AllowedTo({CLIENT, PROFESSIONAL, COORDINATOR})
    ResponseEntity<Void> draw(
            @Valid @RequestBody Drawn drawn, @RequestHeader(name = Forms.KEY, required = false) @Nullable String key) {
        if (drawn.steps().stream()
                .flatMap(step -> Stream.of(step.service(), Objects.requireNonNullElse(step.topic(), "")))
                .anyMatch(Masking::isNeeded)) {
            throw BadRequest.field(
                    "/steps",
                    "no-personal-details",
                    "Name services and what is hard in them, no person's number or address.");
        }
        if (forms.isFirst("path", drawn.unit(), key)) {
            var steps = drawn.steps().stream()
                    .map(step -> new ServicePath.Step(step.service(), step.works(), step.topic()))
                    .toList();
            paths.keep(drawn.unit(), new ServicePath(steps), false);
        }
        return ResponseEntity.noContent().build();
    }
}
