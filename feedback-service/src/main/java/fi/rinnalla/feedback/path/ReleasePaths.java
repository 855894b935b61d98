package fi.rinnalla.feedback.path;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import fi.rinnalla.event.feedback.FeedbackEvent.PainPoint;
import fi.rinnalla.event.feedback.FeedbackEvent.ServiceAssessed;
import fi.rinnalla.feedback.FeedbackSettings;
import fi.rinnalla.feedback.Period;
import fi.rinnalla.feedback.UnitsAtRest;
import fi.rinnalla.feedback.UnitsAtRest.Unit;
import fi.rinnalla.feedback.path.ServicePaths.Waiting;
import fi.rinnalla.service.leaving.Outbox;
import fi.rinnalla.service.rows.Ids;
import fi.rinnalla.service.rows.Keeper;
import fi.rinnalla.service.time.Helsinki;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Says of a service what those told who drew it, once they are enough and not of one mind; counted in the quarter in which they
 * were enough. A name leaves only after a person has passed it, and a pain point once as many named it.
 */
@Component
class ReleasePaths {

    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;
    private final FeedbackSettings settings;
    private final ServicePaths paths;
    private final PassedNames names;
    private final UnitsAtRest units;

    ReleasePaths(
            Keeper keeper,
            Outbox outbox,
            Ids ids,
            Clock clock,
            FeedbackSettings settings,
            ServicePaths paths,
            PassedNames names) {
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
        this.settings = settings;
        this.paths = paths;
        this.names = names;
        this.units = new UnitsAtRest(keeper, "path_waiting", settings.minGroupSize());
    }

    void whateverIsEnough() {
        units.each(this::ofUnit);
    }

    private void ofUnit(Unit unit) {
        var passed = names.passed(unit.organisation());
        paths.waitingForKeeper(unit.organisation(), unit.unit()).stream()
                .filter(waiting -> passed.containsKey(waiting.told().service()))
                .collect(groupingBy(waiting -> waiting.told().service(), TreeMap::new, toList()))
                .forEach((service, waiting) -> ofService(unit, service, waiting, passed));
    }

    private void ofService(Unit unit, String service, List<Waiting> waiting, Map<String, UUID> passed) {
        var opinions =
                waiting.stream().filter(one -> one.told().works() != null).toList();
        long works = opinions.stream()
                .filter(one -> Boolean.TRUE.equals(one.told().works()))
                .count();
        if (opinions.size() < settings.minGroupSize() || works == 0 || works == opinions.size()) {
            return;
        }
        var painPoints = painPoints(waiting, opinions, passed.keySet());
        outbox.sayFor(
                unit.organisation(),
                ids.get(),
                1,
                new ServiceAssessed(
                        unit.unit(),
                        quarter(),
                        Objects.requireNonNull(passed.get(service)),
                        opinions.size(),
                        (int) works,
                        painPoints.entrySet().stream()
                                .map(named -> new PainPoint(
                                        Objects.requireNonNull(passed.get(named.getKey())),
                                        named.getValue().intValue()))
                                .toList()));
        paths.replace(
                unit.organisation(),
                unit.unit(),
                waiting,
                waiting.stream()
                        .flatMap(one -> one.told().painPointsLeft(painPoints.keySet()))
                        .toList());
    }

    /** Such as enough named, and not everybody who is counted: else each of them would have been heard saying it. */
    private Map<String, Long> painPoints(List<Waiting> waiting, List<Waiting> opinions, Set<String> passed) {
        return waiting.stream()
                .flatMap(one -> one.told().painPoints().stream())
                .filter(passed::contains)
                .collect(groupingBy(name -> name, TreeMap::new, counting()))
                .entrySet()
                .stream()
                .filter(named -> named.getValue() >= settings.minGroupSize()
                        && opinions.stream()
                                .anyMatch(one -> !one.told().painPoints().contains(named.getKey())))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private String quarter() {
        return Period.Week.of(Helsinki.today(clock)).month().quarter().toString();
    }
}
