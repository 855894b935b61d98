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
import fi.rinnalla.service.arriving.Hears;
import fi.rinnalla.service.arriving.View;
import fi.rinnalla.service.rows.Keeper;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The view "indicators": keeps what each event means for each indicator. */
@Component
class IndicatorView implements View {

    static final String NAME = "indicators";

    private final JdbcTemplate rows;

    IndicatorView(Keeper keeper) {
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
        rows.update("DELETE FROM indicator_fact WHERE generation = ?", generation);
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

        private record Kept(String organisation, String source, UUID event, Fact fact) {}

        @Override
        public void hear(List<Envelope<? extends Event>> events) {
            var facts = events.stream()
                    .flatMap(event -> Fact.of(event).stream().map(fact -> new Kept(event.organisation(), event.source(), event.id(), fact)))
                    .toList();
            rows.batchUpdate("""
                            INSERT INTO indicator_fact (generation, indicator, subject, organisation, unit, week, month, quarter,
                                                        first_event, holds, total, kind, channel, pair, activity, source)
                            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            ON CONFLICT (generation, organisation, indicator, subject)
                            DO UPDATE SET holds = excluded.holds, total = excluded.total
                            """, facts, 500, (row, kept) -> {
                        var fact = kept.fact();
                        row.setInt(1, generation);
                        row.setString(2, fact.indicator().name());
                        row.setString(3, fact.subject());
                        row.setString(4, kept.organisation());
                        row.setString(5, fact.unit());
                        row.setString(6, fact.week().toString());
                        row.setString(7, fact.week().month().toString());
                        row.setString(8, fact.week().month().quarter().toString());
                        row.setObject(9, kept.event());
                        row.setInt(10, fact.holds());
                        row.setInt(11, fact.of());
                        var circumstances = fact.circumstances();
                        row.setString(12, circumstances.kind() == null ? null : circumstances.kind().name());
                        row.setString(13, circumstances.channel() == null ? null : circumstances.channel().name());
                        row.setObject(14, circumstances.pair());
                        row.setObject(15, circumstances.activity());
                        row.setString(16, kept.source());
                    });
        }

        @Override
        public boolean isRederivable() {
            return true;
        }

        @Override
        public void forget(String source) {
            rows.update("DELETE FROM indicator_fact WHERE generation = ? AND source = ?", generation, source);
        }
    }
}
