package fi.rinnalla.feedback.indicator;

import fi.rinnalla.event.Envelope;
import fi.rinnalla.event.Event;
import fi.rinnalla.event.claim.ClaimEvent;
import fi.rinnalla.event.client.ClientEvent;
import fi.rinnalla.event.commitment.CommitmentEvent;
import fi.rinnalla.event.feedback.FeedbackEvent;
import fi.rinnalla.event.idea.IdeaEvent;
import fi.rinnalla.event.meeting.MeetingEvent;
import fi.rinnalla.event.need.NeedEvent;
import fi.rinnalla.event.peerexpert.PeerExpertEvent;
import fi.rinnalla.event.plan.PlanEvent;
import fi.rinnalla.event.request.RequestEvent;
import fi.rinnalla.event.training.TrainingEvent;
import fi.rinnalla.event.unit.UnitEvent;
import fi.rinnalla.feedback.figure.Moves;
import fi.rinnalla.service.arriving.Hears;
import fi.rinnalla.service.arriving.View;
import fi.rinnalla.service.rows.Keeper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The view "indicators": keeps what each event means for each indicator. What a later event can correct, as an answer told later does,
 * is kept by its subject; a meeting or an answer as one row.
 */
@Component
class IndicatorView implements View {

    static final String NAME = "indicators";

    private static final List<String> TABLES = List.of("indicator_fact", "indicator_event");

    private final Keeper keeper;
    private final JdbcTemplate rows;
    private final Moves moves;

    IndicatorView(Keeper keeper, Moves moves) {
        this.keeper = keeper;
        this.moves = moves;
        this.rows = keeper.template();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Hears filling(int generation) {
        return new Filling(generation);
    }

    @Override
    public void drop(int generation) {
        for (var table : TABLES) {
            rows.update("DELETE FROM " + table + " WHERE generation = ?", generation);
        }
        moves.dropped(NAME, generation);
    }

    private final class Filling implements Hears {

        private final int generation;

        Filling(int generation) {
            this.generation = generation;
        }

        @Override
        public String name() {
            return NAME + "@" + generation;
        }

        @Override
        public Set<Class<? extends Event>> families() {
            return Set.of(
                    MeetingEvent.class,
                    PlanEvent.class,
                    ClientEvent.class,
                    CommitmentEvent.class,
                    NeedEvent.class,
                    IdeaEvent.class,
                    UnitEvent.class,
                    PeerExpertEvent.class,
                    RequestEvent.class,
                    ClaimEvent.class,
                    TrainingEvent.class,
                    FeedbackEvent.class);
        }

        /** All that one event means. */
        private record Kept(String organisation, String source, UUID event, List<Fact> facts) {

            Fact first() {
                return facts.getFirst();
            }
        }

        @Override
        public void hear(List<Envelope<? extends Event>> events) {
            var once = new ArrayList<Kept>();
            var corrected = new ArrayList<Kept>();
            for (var event : events) {
                var kept = new Kept(event.organisation(), event.source(), event.id(), Fact.of(event));
                if (!kept.facts().isEmpty()) {
                    (event.data() instanceof MeetingEvent || event.data() instanceof FeedbackEvent ? once : corrected)
                            .add(kept);
                }
            }
            keepOnce(once);
            keepCorrected(corrected);
            moves.moved(
                    NAME,
                    generation,
                    Stream.concat(once.stream(), corrected.stream())
                            .flatMap(kept -> kept.facts().stream()
                                    .map(fact -> new Moves.Place(kept.organisation(), fact.unit())))
                            .collect(Collectors.toSet()));
        }

        /** One statement for the batch: the arrays are unfolded by the database. */
        private void keepOnce(List<Kept> events) {
            if (events.isEmpty()) {
                return;
            }
            keeper.rows()
                    .sql("""
                            INSERT INTO indicator_event
                            SELECT ?, event, source, organisation, unit, week, month, quarter, kind, channel, pair, activity,
                                   string_to_array(indicators, ','), string_to_array(holds, ',')::int[], string_to_array(totals, ',')::int[]
                            FROM unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                                        ?::boolean[], ?::uuid[], ?::text[], ?::text[], ?::text[])
                                AS known (event, source, organisation, unit, week, month, quarter, kind, channel, pair, activity,
                                          indicators, holds, totals)
                            """)
                    .params(
                            generation,
                            array(events, Kept::event, UUID[]::new),
                            array(events, Kept::source, String[]::new),
                            array(events, Kept::organisation, String[]::new),
                            array(events, kept -> kept.first().unit(), String[]::new),
                            array(events, kept -> kept.first().week().toString(), String[]::new),
                            array(events, kept -> kept.first().week().month().toString(), String[]::new),
                            array(
                                    events,
                                    kept -> kept.first()
                                            .week()
                                            .month()
                                            .quarter()
                                            .toString(),
                                    String[]::new),
                            array(
                                    events,
                                    kept -> nameOf(kept.first().circumstances().kind()),
                                    String[]::new),
                            array(
                                    events,
                                    kept -> nameOf(kept.first().circumstances().channel()),
                                    String[]::new),
                            array(events, kept -> kept.first().circumstances().pair(), Boolean[]::new),
                            array(events, kept -> kept.first().circumstances().activity(), UUID[]::new),
                            array(
                                    events,
                                    kept -> joined(
                                            kept, fact -> fact.indicator().name()),
                                    String[]::new),
                            array(events, kept -> joined(kept, Fact::holds), String[]::new),
                            array(events, kept -> joined(kept, Fact::of), String[]::new))
                    .update();
        }

        private static <T> @Nullable T[] array(
                List<Kept> events, Function<Kept, @Nullable T> value, IntFunction<@Nullable T[]> make) {
            return events.stream().map(value).toArray(make);
        }

        private static String joined(Kept kept, Function<Fact, Object> part) {
            return kept.facts().stream().map(part).map(String::valueOf).collect(Collectors.joining(","));
        }

        private static @Nullable String nameOf(@Nullable Enum<?> value) {
            return value == null ? null : value.name();
        }

        private record One(Kept kept, Fact fact) {}

        private void keepCorrected(List<Kept> events) {
            var facts = events.stream()
                    .flatMap(kept -> kept.facts().stream().map(fact -> new One(kept, fact)))
                    .toList();
            rows.batchUpdate("""
                            INSERT INTO indicator_fact (generation, indicator, subject, organisation, unit, week, month, quarter,
                                                        first_event, holds, total, source)
                            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            ON CONFLICT (generation, organisation, indicator, subject)
                            DO UPDATE SET holds = excluded.holds, total = excluded.total
                            """, facts, 500, (row, one) -> {
                var fact = one.fact();
                row.setInt(1, generation);
                row.setString(2, fact.indicator().name());
                row.setString(3, fact.subject());
                row.setString(4, one.kept().organisation());
                row.setString(5, fact.unit());
                row.setString(6, fact.week().toString());
                row.setString(7, fact.week().month().toString());
                row.setString(8, fact.week().month().quarter().toString());
                row.setObject(9, one.kept().event());
                row.setInt(10, fact.holds());
                row.setInt(11, fact.of());
                row.setString(12, one.kept().source());
            });
        }

        @Override
        public boolean isRederivable() {
            return true;
        }

        @Override
        public void forget(String source) {
            for (var table : TABLES) {
                rows.update("DELETE FROM " + table + " WHERE generation = ? AND source = ?", generation, source);
            }
            moves.allMoved(NAME);
        }
    }
}
