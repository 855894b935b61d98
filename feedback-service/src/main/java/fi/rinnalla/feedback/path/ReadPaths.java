package fi.rinnalla.feedback.path;

import static fi.rinnalla.service.asking.UserRole.ANALYST;
import static fi.rinnalla.service.asking.UserRole.COORDINATOR;
import static fi.rinnalla.service.asking.UserRole.MANAGER;
import static fi.rinnalla.service.asking.UserRole.PROFESSIONAL;
import static java.util.Objects.requireNonNull;

import fi.rinnalla.feedback.Period;
import fi.rinnalla.feedback.PeriodsAsked;
import fi.rinnalla.feedback.figure.Rate;
import fi.rinnalla.feedback.figure.SmallGroups;
import fi.rinnalla.feedback.heard.Assessed;
import fi.rinnalla.service.asking.AllowedTo;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Which services work for those who used them, and where they hurt. */
@RestController
class ReadPaths {

    private final Assessed assessed;
    private final PassedNames names;
    private final SmallGroups smallGroups;
    private final Clock clock;

    ReadPaths(Assessed assessed, PassedNames names, SmallGroups smallGroups, Clock clock) {
        this.assessed = assessed;
        this.names = names;
        this.smallGroups = smallGroups;
        this.clock = clock;
    }

    /** @param newTopics pain points that were not told in the unit before the year */
    record Shown(String unit, int year, List<Row> periods, int newTopics) {}

    record Row(String period, boolean over, List<ServiceShown> services) {}

    /**
     * @param id    under which events tell of it
     * @param works of those whose path goes there, for how many it works
     */
    record ServiceShown(UUID id, String service, Rate works, List<Topic> topics) {}

    /** @param times how many named it, 5 or more */
    record Topic(UUID id, String topic, int times) {}

    @GetMapping("/api/v1/views/service-paths")
    @AllowedTo({COORDINATOR, PROFESSIONAL, MANAGER, ANALYST})
    Shown view(@RequestParam String unit, @RequestParam(required = false) @Nullable Integer year) {
        var asked = PeriodsAsked.of(year, "quarter", clock);
        var told = assessed.of(unit);
        var shown = names.shown();
        var byQuarter = told.stream().collect(Collectors.groupingBy(Assessed.Batch::quarter));
        return new Shown(
                unit,
                asked.year(),
                asked.all().stream()
                        .map(quarter -> new Row(
                                quarter.toString(),
                                asked.isOver(quarter),
                                services(byQuarter.getOrDefault(quarter.toString(), List.of()), shown)))
                        .toList(),
                newTopics(told, asked.year(), shown.keySet()));
    }

    private List<ServiceShown> services(List<Assessed.Batch> batches, Map<UUID, String> shown) {
        return batches.stream().collect(Collectors.groupingBy(Assessed.Batch::service)).entrySet().stream()
                .filter(service -> shown.containsKey(service.getKey()))
                .map(service -> new ServiceShown(
                        service.getKey(),
                        requireNonNull(shown.get(service.getKey())),
                        smallGroups.batches(service.getValue()),
                        topics(service.getValue(), shown)))
                .sorted(Comparator.comparing(ServiceShown::service))
                .toList();
    }

    private static List<Topic> topics(List<Assessed.Batch> batches, Map<UUID, String> shown) {
        return batches.stream()
                .flatMap(batch -> batch.painPoints().entrySet().stream())
                .filter(topic -> shown.containsKey(topic.getKey()))
                .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.summingInt(Map.Entry::getValue)))
                .entrySet()
                .stream()
                .map(topic -> new Topic(topic.getKey(), requireNonNull(shown.get(topic.getKey())), topic.getValue()))
                .sorted(Comparator.comparing(Topic::topic))
                .toList();
    }

    private static int newTopics(List<Assessed.Batch> batches, int year, Set<UUID> shown) {
        var before =
                topicsIn(batches.stream().filter(batch -> yearOf(batch) < year)).collect(Collectors.toSet());
        return (int) topicsIn(batches.stream().filter(batch -> yearOf(batch) == year))
                .filter(topic -> shown.contains(topic) && !before.contains(topic))
                .distinct()
                .count();
    }

    private static Stream<UUID> topicsIn(Stream<Assessed.Batch> batches) {
        return batches.flatMap(batch -> batch.painPoints().keySet().stream());
    }

    private static int yearOf(Assessed.Batch batch) {
        return Period.parse(batch.quarter()).orElseThrow().year();
    }
}
