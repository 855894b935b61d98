package fi.rinnalla.feedback.heard;

import fi.rinnalla.event.Envelope;
import fi.rinnalla.event.Event;
import fi.rinnalla.event.feedback.FeedbackEvent;
import fi.rinnalla.event.feedback.FeedbackEvent.FeedbackGiven;
import fi.rinnalla.event.feedback.FeedbackEvent.OthersFeedbackGiven;
import fi.rinnalla.event.feedback.FeedbackEvent.ServiceAssessed;
import fi.rinnalla.feedback.Period;
import fi.rinnalla.feedback.figure.Moves;
import fi.rinnalla.service.arriving.Hears;
import fi.rinnalla.service.arriving.View;
import fi.rinnalla.service.rows.Keeper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The view "heard": do clients feel heard, and what do relatives, peer experts and professionals think? Keeps each answer given.
 */
@Component
public class HeardView implements View {

    public static final String NAME = "heard";

    private final JdbcTemplate rows;
    private final JsonMapper json;
    private final Moves moves;
    private final Assessed assessed;

    HeardView(Keeper keeper, JsonMapper json, Moves moves, Assessed assessed) {
        this.json = json;
        this.assessed = assessed;
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
        rows.update("DELETE FROM heard_answer WHERE generation = ?", generation);
        assessed.drop(generation);
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
            return Set.of(FeedbackEvent.class);
        }

        @Override
        public void hear(List<Envelope<? extends Event>> events) {
            var answers = new ArrayList<Opinion>();
            for (var event : events) {
                switch (event.data()) {
                    case FeedbackGiven given -> answers.add(Opinion.of(event, given));
                    case OthersFeedbackGiven given -> answers.add(Opinion.of(event, given));
                    case ServiceAssessed said -> assessed.keep(generation, event, said);
                    default -> {} // a theme
                }
            }
            keepAnswers(answers);
            moves.moved(
                    NAME,
                    generation,
                    answers.stream()
                            .map(given -> new Moves.Place(given.organisation(), given.unit()))
                            .collect(Collectors.toSet()));
        }

        private void keepAnswers(List<Opinion> answers) {
            rows.batchUpdate("""
                    INSERT INTO heard_answer (generation, event, organisation, unit, week, month, quarter, release, release_size,
                                              with_peer_expert, giver, kind, channel, scores)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
                    """, answers, 500, (row, given) -> {
                var period = Period.parse(given.period()).orElseThrow();
                row.setInt(1, generation);
                row.setObject(2, given.event());
                row.setString(3, given.organisation());
                row.setString(4, given.unit());
                row.setString(5, period instanceof Period.Week week ? week.toString() : null);
                row.setString(6, monthOf(period));
                row.setString(7, quarterOf(period));
                row.setObject(8, given.release());
                row.setInt(9, given.releaseSize());
                row.setObject(10, given.withPeerExpert());
                row.setString(11, given.giver().name());
                row.setString(12, given.kind() == null ? null : given.kind().name());
                row.setString(
                        13, given.channel() == null ? null : given.channel().name());
                row.setString(14, json.writeValueAsString(given.scores()));
            });
        }

        private static @org.jspecify.annotations.Nullable String monthOf(Period period) {
            return switch (period) {
                case Period.Week week -> week.month().toString();
                case Period.Month month -> month.toString();
                case Period.Quarter quarter -> null;
            };
        }

        private static String quarterOf(Period period) {
            return switch (period) {
                case Period.Week week -> week.month().quarter().toString();
                case Period.Month month -> month.quarter().toString();
                case Period.Quarter quarter -> quarter.toString();
            };
        }

        @Override
        public boolean isRederivable() {
            return true;
        }

        @Override
        public void forget(String source) {
            rows.update("DELETE FROM heard_answer WHERE generation = ?", generation);
            assessed.drop(generation);
            moves.allMoved(NAME);
        }
    }
}
