package fi.rinnalla.feedback.answer;

import fi.rinnalla.event.Event;
import fi.rinnalla.event.feedback.FeedbackEvent.FeedbackGiven;
import fi.rinnalla.event.feedback.FeedbackEvent.OthersFeedbackGiven;
import fi.rinnalla.event.feedback.FeedbackEvent.Score;
import fi.rinnalla.event.feedback.Giver;
import fi.rinnalla.feedback.FeedbackSettings;
import fi.rinnalla.feedback.Period;
import fi.rinnalla.feedback.UnitsAtRest;
import fi.rinnalla.feedback.UnitsAtRest.Unit;
import fi.rinnalla.feedback.question.DefaultQuestions;
import fi.rinnalla.service.leaving.Outbox;
import fi.rinnalla.service.rows.Ids;
import fi.rinnalla.service.rows.Keeper;
import fi.rinnalla.service.time.Helsinki;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says answers as events once nobody can be found among them: a unit's week if it has enough, otherwise its month,
 * otherwise its quarter. A period that is over and was released is frozen; what comes later for it goes to a wider one.
 */
@Component
class Release {

    /** Links are valid for four weeks; after that a period's answers are all in. */
    private static final int FROZEN_AFTER_DAYS = 28;

    private final Keeper keeper;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;
    private final FeedbackSettings settings;
    private final Answers answers;
    private final UnitsAtRest units;

    Release(Keeper keeper, Outbox outbox, Ids ids, Clock clock, FeedbackSettings settings, Answers answers) {
        this.keeper = keeper;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
        this.settings = settings;
        this.answers = answers;
        this.units = new UnitsAtRest(keeper, "answer", settings.minGroupSize());
    }

    void whateverIsEnough() {
        units.each(this::ofUnit);
    }

    private void ofUnit(Unit unit) {
        // Kinds of givers are never put together.
        answers.waiting(keeper.rows(), unit.organisation(), unit.unit()).stream()
                .collect(Collectors.groupingBy(Answer::giver, TreeMap::new, Collectors.toCollection(ArrayList::new)))
                .values()
                .forEach(waiting -> ofGiver(unit, waiting));
    }

    private void ofGiver(Unit unit, List<Answer> waiting) {
        List<Function<Answer, Period>> fromNarrowToWide = List.of(
                Answer::week,
                answer -> answer.week().month(),
                answer -> answer.week().month().quarter());
        for (var width : fromNarrowToWide) {
            var byPeriod =
                    waiting.stream().collect(Collectors.groupingBy(width, LinkedHashMap::new, Collectors.toList()));
            for (var group : byPeriod.entrySet()) {
                if (Coarsening.isSafe(group.getValue(), settings.minGroupSize())
                        && !isFrozen(unit, group.getValue().getFirst().giver(), group.getKey())) {
                    say(unit, group.getKey(), group.getValue());
                    waiting.removeAll(group.getValue());
                }
            }
        }
    }

    private boolean isFrozen(Unit unit, Giver giver, Period period) {
        return period.dayAfter().plusDays(FROZEN_AFTER_DAYS).isBefore(Helsinki.today(clock))
                && keeper.rows()
                        .sql(
                                "SELECT true FROM released_period WHERE organisation = ? AND unit = ? AND giver = ? AND period = ?")
                        .params(unit.organisation(), unit.unit(), giver.name(), period.toString())
                        .query(Boolean.class)
                        .optional()
                        .isPresent();
    }

    private void say(Unit unit, Period period, List<Answer> batch) {
        var release = ids.get();
        var events = batch.getFirst().giver() == Giver.CLIENT
                ? ofClients(unit, period, batch, release)
                : ofOthers(unit, period, batch, release);
        Collections.shuffle(events, new java.security.SecureRandom());
        long sequence = lastSequence(unit, events.size()) - events.size();
        for (var event : events) {
            outbox.sayFor(unit.organisation(), unit.name(), ++sequence, event);
        }
        keeper.rows()
                .sql(
                        "INSERT INTO released_period (organisation, unit, giver, period) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")
                .params(
                        unit.organisation(),
                        unit.unit(),
                        batch.getFirst().giver().name(),
                        period.toString())
                .update();
        keeper.rows()
                .sql("""
                        WITH gone AS (DELETE FROM answer WHERE id = ANY(?) RETURNING receipt)
                        UPDATE receipt SET counted = true FROM gone WHERE code_hash = gone.receipt
                        """)
                .param(batch.stream().map(Answer::id).toArray(UUID[]::new))
                .update();
    }

    private List<Event> ofClients(Unit unit, Period period, List<Answer> batch, UUID release) {
        return Coarsening.of(batch, settings.minGroupSize()).stream()
                .flatMap(alike -> {
                    var tellable = Coarsening.tellable(alike.answers(), settings.minGroupSize());
                    return alike.answers().stream().map(answer -> (Event) new FeedbackGiven(
                            unit.unit(),
                            period.toString(),
                            release,
                            batch.size(),
                            alike.told().kind(),
                            alike.told().channel(),
                            alike.told().withPeerExpert(),
                            Objects.requireNonNull(answer.scores().get(DefaultQuestions.HEARD)),
                            tellable.contains(DefaultQuestions.TIME)
                                    ? answer.scores().get(DefaultQuestions.TIME)
                                    : null,
                            others(answer, tellable)));
                })
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** What has no field of its own; absent where nothing of it may be told. */
    private static @Nullable List<Score> others(Answer answer, Set<String> tellable) {
        var scores = scores(answer, tellable).stream()
                .filter(score ->
                        !Set.of(DefaultQuestions.HEARD, DefaultQuestions.TIME).contains(score.question()))
                .toList();
        return scores.isEmpty() ? null : scores;
    }

    private static List<Score> scores(Answer answer, Set<String> tellable) {
        return tellable.stream()
                .filter(answer.scores()::containsKey)
                .map(question -> new Score(
                        question, Objects.requireNonNull(answer.scores().get(question))))
                .toList();
    }

    private List<Event> ofOthers(Unit unit, Period period, List<Answer> batch, UUID release) {
        var tellable = Coarsening.tellable(batch, settings.minGroupSize());
        return batch.stream()
                .map(answer -> new OthersFeedbackGiven(
                        unit.unit(),
                        period.toString(),
                        release,
                        batch.size(),
                        answer.giver(),
                        scores(answer, tellable)))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private long lastSequence(Unit unit, int more) {
        return keeper.rows()
                .sql("""
                        INSERT INTO release_stream AS stream (organisation, unit, version) VALUES (?, ?, ?)
                        ON CONFLICT (organisation, unit) DO UPDATE SET version = stream.version + excluded.version
                        RETURNING version
                        """)
                .params(unit.organisation(), unit.unit(), more)
                .query(Long.class)
                .single();
    }
}
