package fi.rinnalla.feedback.path;

import static fi.rinnalla.service.asking.UserRole.COORDINATOR;

import fi.rinnalla.feedback.figure.Count;
import fi.rinnalla.feedback.figure.SmallGroups;
import fi.rinnalla.feedback.path.ServicePath.Told;
import fi.rinnalla.service.answering.Login;
import fi.rinnalla.service.answering.Words;
import fi.rinnalla.service.asking.AllowedTo;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What clients call services and what is hard in them is written by anybody, so a person looks before others read it; not even
 * they see what few wrote.
 */
@RestController
class NamePaths {

    private final ServicePaths paths;
    private final PassedNames names;
    private final SmallGroups smallGroups;

    NamePaths(ServicePaths paths, PassedNames names, SmallGroups smallGroups) {
        this.paths = paths;
        this.names = names;
        this.smallGroups = smallGroups;
    }

    /** @param paths in how many it stands */
    record NameShown(String name, Count paths) {}

    /** @param decision {@code passed} for others to read, {@code withheld} if somebody is named */
    record Decision(
            @Words(max = 60) String name,

            @NotNull(message = "required") @Pattern(regexp = "passed|withheld", message = "passed-or-withheld")
            String decision) {}

    @GetMapping("/api/v1/service-paths/names")
    @AllowedTo(COORDINATOR)
    List<NameShown> undecided(@RequestParam @Login String unit) {
        var decided = names.decided();
        return told(unit).entrySet().stream()
                .filter(name -> !decided.contains(name.getKey()) && !smallGroups.isSmall(name.getValue()))
                .map(name -> new NameShown(name.getKey(), smallGroups.count(name.getValue())))
                .toList();
    }

    /** By how many at one service: whoever writes the same of five services is one. */
    private Map<String, Long> told(String unit) {
        return paths.waiting(unit).stream()
                .map(ServicePaths.Waiting::told)
                .collect(Collectors.groupingBy(Told::service))
                .values()
                .stream()
                .flatMap(ofService -> ofService.stream()
                        .flatMap(told -> Stream.concat(Stream.of(told.service()), told.painPoints().stream())
                                .distinct())
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                        .entrySet()
                        .stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Math::max, TreeMap::new));
    }

    /** Those that are passed: what was passed by mistake is withheld like any other, and is then in no view. */
    @GetMapping("/api/v1/service-paths/names/passed")
    @AllowedTo(COORDINATOR)
    List<String> passed() {
        return names.passed();
    }

    @PostMapping("/api/v1/service-paths/names/decision")
    @AllowedTo(COORDINATOR)
    ResponseEntity<Void> decide(@Valid @RequestBody Decision decision) {
        names.decide(ServicePath.plain(decision.name()), decision.decision().equals("passed"));
        return ResponseEntity.noContent().build();
    }
}
