package fi.rinnalla.feedback.heard;

import fi.rinnalla.event.Envelope;
import fi.rinnalla.event.Event;
import fi.rinnalla.event.feedback.FeedbackEvent.FeedbackGiven;
import fi.rinnalla.event.feedback.FeedbackEvent.OthersFeedbackGiven;
import fi.rinnalla.event.feedback.FeedbackEvent;
import fi.rinnalla.event.meeting.ClosingQuestion;
import fi.rinnalla.event.meeting.MeetingEvent.MeetingHeld;
import fi.rinnalla.event.meeting.MeetingEvent;
import fi.rinnalla.feedback.Period;
import fi.rinnalla.service.arriving.Hears;
import fi.rinnalla.service.arriving.View;
import fi.rinnalla.service.rows.Keeper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The view "heard": do clients feel heard, and were they asked? Keeps a fact for each answer given and each meeting held.
 */
@Component
public class HeardView implements View {

    public static final String NAME = "heard";

    private final Keeper keeper;
    private final JdbcTemplate rows;
    private final JsonMapper json;

    HeardView(Keeper keeper, JsonMapper json) {
        this.keeper = keeper;
        this.json = json;
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
        rows.update("DELETE FROM heard_meeting WHERE generation = ?", generation);
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
            return Set.of(MeetingEvent.class, FeedbackEvent.class);
        }

        @Override
        public void hear(List<Envelope<? extends Event>> events) {
            var answers = new ArrayList<Opinion>();
            var meetings = new ArrayList<Envelope<MeetingHeld>>();
            for (var event : events) {
                switch (event.data()) {
                    case FeedbackGiven given -> answers.add(Opinion.of(event, given));
                    case OthersFeedbackGiven given -> answers.add(Opinion.of(event, given));
                    case MeetingHeld held -> meetings.add(as(event, held));
                    default -> {} // a meeting that is only planned
                }
            }
            keepAnswers(answers);
            keepMeetings(meetings);
        }

        @SuppressWarnings("unchecked") // data is of that type, as the pattern has just found
        private <E extends Event> Envelope<E> as(Envelope<? extends Event> event, E data) {
            return (Envelope<E>) event;
        }

        private void keepAnswers(List<Opinion> answers) {
            rows.batchUpdate(
                    """
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
                        row.setString(13, given.channel() == null ? null : given.channel().name());
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

        private void keepMeetings(List<Envelope<MeetingHeld>> meetings) {
            // One statement for the batch: the arrays are unfolded by the database.
            if (meetings.isEmpty()) {
                return;
            }
            keeper.rows().sql("""
                            INSERT INTO heard_meeting SELECT ?, * FROM unnest(
                                ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::boolean[]) AS held
                            """)
                    .params(
                            generation,
                            array(meetings, event -> event.id(), UUID[]::new),
                            array(meetings, Envelope::organisation, String[]::new),
                            array(meetings, event -> event.data().unit(), String[]::new),
                            array(meetings, event -> week(event).toString(), String[]::new),
                            array(meetings, event -> week(event).month().toString(), String[]::new),
                            array(meetings, event -> week(event).month().quarter().toString(), String[]::new),
                            array(meetings, event -> event.data().closingQuestion() != ClosingQuestion.NOT_ASKED, Boolean[]::new))
                    .update();
        }

        private static Period.Week week(Envelope<MeetingHeld> event) {
            return Period.Week.of(event.data().heldOn());
        }

        private static <T> T[] array(
                List<Envelope<MeetingHeld>> meetings,
                Function<Envelope<MeetingHeld>, T> value,
                IntFunction<T[]> make) {
            return meetings.stream().map(value).toArray(make);
        }

        @Override
        public boolean isRederivable() {
            return true;
        }

        @Override
        public void forget(String source) {
            // Answers are said by this service, meetings by the other: a source has one kind of fact.
            var table = source.equals("/session-service") ? "heard_meeting" : "heard_answer";
            rows.update("DELETE FROM " + table + " WHERE generation = ?", generation);
        }
    }
}
