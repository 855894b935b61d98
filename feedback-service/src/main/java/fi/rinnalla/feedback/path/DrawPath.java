package fi.rinnalla.feedback.path;

import static fi.rinnalla.service.asking.UserRole.ANALYST;
import static fi.rinnalla.service.asking.UserRole.CLIENT;
import static fi.rinnalla.service.asking.UserRole.COORDINATOR;
import static fi.rinnalla.service.asking.UserRole.MANAGER;
import static fi.rinnalla.service.asking.UserRole.PROFESSIONAL;

import fi.rinnalla.feedback.Period;
import fi.rinnalla.feedback.PeriodsAsked;
import fi.rinnalla.feedback.figure.Count;
import fi.rinnalla.feedback.figure.Measure;
import fi.rinnalla.feedback.figure.Rate;
import fi.rinnalla.feedback.figure.SmallGroups;
import fi.rinnalla.service.answering.Login;
import fi.rinnalla.service.answering.Words;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.pages.Language;
import fi.rinnalla.service.time.Helsinki;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * A client draws the services that they used as steps, alone or with a worker, and says of each whether it works and where it
 * hurts. Services are assessed, not the client; of the client nothing is kept.
 */
@RestController
class DrawPath {

    private final JdbcClient rows;
    private final SmallGroups smallGroups;
    private final Clock clock;

    DrawPath(JdbcClient rows, SmallGroups smallGroups, Clock clock) {
        this.rows = rows;
        this.smallGroups = smallGroups;
        this.clock = clock;
    }

    /**
     * @param service a service by its short name: {@code te-toimisto}
     * @param topic   the pain point by a short name: {@code jonotus}; absent where there is none
     */
    record Step(@NotNull(message = "required") @Login String service, boolean works, @Nullable @Login String topic) {}

    record Drawn(
            @NotNull(message = "required") @Login String unit,
            @NotNull(message = "required") @Size(min = 1, max = 30, message = "1-to-30") List<@NotNull(message = "required") @Valid Step> steps) {}

    /** @param words said before anything is asked */
    record Intro(String words) {}

    /**
     * @param works     of all steps at this service
     * @param topics    pain points that at least as many named as the threshold asks for
     */
    record ServiceShown(String service, Rate works, List<Topic> topics) {}

    record Topic(String topic, Count times) {}

    /** @param newTopics pain points that nobody of the unit had named before the year */
    record Shown(String unit, int year, String by, List<Row> periods, Count newTopics) {}

    record Row(String period, List<ServiceShown> services) {}

    private record Kept(String period, String service, boolean works, @Nullable String topic) implements Rate.Part {

        @Override
        public int holds() {
            return works ? 1 : 0;
        }

        @Override
        public int of() {
            return 1;
        }
    }

    @GetMapping("/api/v1/service-paths/intro")
    @AllowedTo({CLIENT, PROFESSIONAL, COORDINATOR})
    Intro intro(@RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String preferred) {
        return new Intro(Language.of(null, preferred).texts("/path").getProperty("intro"));
    }

    @PostMapping("/api/v1/service-paths")
    @AllowedTo({CLIENT, PROFESSIONAL, COORDINATOR})
    ResponseEntity<Void> draw(@Valid @RequestBody Drawn drawn) {
        var path = UUID.randomUUID();
        var week = Period.Week.of(Helsinki.today(clock)).toString();
        for (int place = 0; place < drawn.steps().size(); place++) {
            var step = drawn.steps().get(place);
            rows.sql("INSERT INTO path_step (id, unit, week, path, place, service, works, topic) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(Arrays.<@Nullable Object>asList(
                            UUID.randomUUID(), drawn.unit(), week, path, place, step.service(), step.works(), step.topic()))
                    .update();
        }
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/api/v1/views/service-paths")
    @AllowedTo({COORDINATOR, PROFESSIONAL, MANAGER, ANALYST})
    Shown view(
            @RequestParam String unit,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(defaultValue = "quarter") String by) {
        var asked = PeriodsAsked.of(year, by, clock);
        var steps = rows.sql("SELECT week AS period, service, works, topic FROM path_step WHERE unit = ? ORDER BY md5(id::text)")
                .param(unit)
                .query(Kept.class)
                .list();
        var byPeriod = steps.stream().collect(Collectors.groupingBy(step -> asked.width().of(Period.week(step.period())).toString()));
        return new Shown(
                unit,
                asked.year(),
                by,
                asked.all().stream()
                        .map(period -> new Row(period.toString(), services(byPeriod.getOrDefault(period.toString(), List.of()))))
                        .toList(),
                smallGroups.count(newTopics(steps, asked.year())));
    }

    private List<ServiceShown> services(List<Kept> steps) {
        return new TreeMap<>(steps.stream().collect(Collectors.groupingBy(Kept::service))).entrySet().stream()
                .map(service -> new ServiceShown(service.getKey(), works(service.getValue()), topics(service.getValue())))
                .filter(service -> service.works().n() != null)
                .toList();
    }

    private Rate works(List<Kept> steps) {
        return smallGroups.rate(Measure.SHARE, steps);
    }

    private List<Topic> topics(List<Kept> steps) {
        return new TreeMap<>(steps.stream().filter(step -> step.topic() != null).collect(Collectors.groupingBy(Kept::topic, Collectors.counting())))
                .entrySet().stream()
                .map(topic -> new Topic(topic.getKey(), smallGroups.count(topic.getValue())))
                .filter(topic -> topic.times().atLeast() != null)
                .toList();
    }

    private static long newTopics(List<Kept> steps, int year) {
        var before = steps.stream().filter(step -> Period.week(step.period()).year() < year).map(Kept::topic).collect(Collectors.toSet());
        return steps.stream()
                .filter(step -> step.topic() != null && Period.week(step.period()).year() == year && !before.contains(step.topic()))
                .map(Kept::topic)
                .distinct()
                .count();
    }
}
