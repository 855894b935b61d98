package fi.rinnalla.feedback.path;

import static fi.rinnalla.service.asking.UserRole.ANALYST;
import static fi.rinnalla.service.asking.UserRole.COORDINATOR;
import static fi.rinnalla.service.asking.UserRole.MANAGER;
import static fi.rinnalla.service.asking.UserRole.PROFESSIONAL;

import fi.rinnalla.feedback.Period;
import fi.rinnalla.feedback.PeriodsAsked;
import fi.rinnalla.feedback.figure.Rate;
import fi.rinnalla.feedback.figure.SmallGroups;
import fi.rinnalla.feedback.heard.Assessed;
import fi.rinnalla.service.asking.AllowedTo;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
    private final SmallGroups smallGroups;
    private final Clock clock;

    ReadPaths(Assessed assessed, SmallGroups smallGroups, Clock clock) {
        this.assessed = assessed;
        this.smallGroups = smallGroups;
        this.clock = clock;
    }

    /** @param newTopics pain points that were not told in the unit before the year */
    record Shown(String unit, int year, List<Row> periods, int newTopics) {}

    record Row(String period, boolean over, List<ServiceShown> services) {}

    /** @param works of those whose path goes there, for how many it works */
    record ServiceShown(String service, Rate works, List<Topic> topics) {}

    /** @param times how many named it, 5 or more */
    record Topic(String topic, int times) {}

    @GetMapping("/api/v1/views/service-paths")
    @AllowedTo({COORDINATOR, PROFESSIONAL, MANAGER, ANALYST})
    Shown view(@RequestParam String unit, @RequestParam(required = false) @Nullable Integer year) {
        var asked = PeriodsAsked.of(year, "quarter", clock);
        var told = assessed.of(unit);
        var byQuarter = told.stream().collect(Collectors.groupingBy(Assessed.Batch::quarter));
        return new Shown(
                unit,
                asked.year(),
                asked.all().stream()
                        .map(quarter -> new Row(
                                quarter.toString(), asked.isOver(quarter), services(byQuarter.getOrDefault(quarter.toString(), List.of()))))
                        .toList(),
                newTopics(told, asked.year()));
    }

    private List<ServiceShown> services(List<Assessed.Batch> batches) {
        return new TreeMap<>(batches.stream().collect(Collectors.groupingBy(Assessed.Batch::service))).entrySet().stream()
                .map(service -> new ServiceShown(service.getKey(), smallGroups.batches(service.getValue()), topics(service.getValue())))
                .toList();
    }

    private static List<Topic> topics(List<Assessed.Batch> batches) {
        return batches.stream()
                .flatMap(batch -> batch.painPoints().entrySet().stream())
                .collect(Collectors.groupingBy(Map.Entry::getKey, TreeMap::new, Collectors.summingInt(Map.Entry::getValue)))
                .entrySet()
                .stream()
                .map(topic -> new Topic(topic.getKey(), topic.getValue()))
                .toList();
    }

    private static int newTopics(List<Assessed.Batch> batches, int year) {
        var before = topicsIn(batches.stream().filter(batch -> yearOf(batch) < year)).collect(Collectors.toSet());
        return (int) topicsIn(batches.stream().filter(batch -> yearOf(batch) == year))
                .filter(topic -> !before.contains(topic))
                .distinct()
                .count();
    }

    private static Stream<String> topicsIn(Stream<Assessed.Batch> batches) {
        return batches.flatMap(batch -> batch.painPoints().keySet().stream());
    }

    private static int yearOf(Assessed.Batch batch) {
        return Period.parse(batch.quarter()).orElseThrow().year();
    }
}
