package fi.rinnalla.service.arriving;

import fi.rinnalla.event.Envelope;
import fi.rinnalla.event.Event;
import fi.rinnalla.event.meeting.MeetingEvent;
import fi.rinnalla.service.rows.Keeper;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** A listener that notes what it hears, and may be told to fail before or after it has noted. */
public final class Facts implements Hears {

    private final String name;
    private final Keeper keeper;
    public volatile Consumer<List<Envelope<? extends Event>>> before = events -> {};
    public volatile Consumer<List<Envelope<? extends Event>>> after = events -> {};

    public Facts(String name, Keeper keeper) {
        this.name = name;
        this.keeper = keeper;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<Class<? extends Event>> families() {
        return Set.of(MeetingEvent.class);
    }

    @Override
    public void hear(List<Envelope<? extends Event>> events) {
        before.accept(events);
        for (var event : events) {
            keeper.rows()
                    .sql("INSERT INTO fact VALUES (?, ?, ?, ?, ?, ?)")
                    .params(name, event.id(), event.organisation(), event.source(), event.subject(), event.sequence())
                    .update();
        }
        after.accept(events);
    }

    @Override
    public void forget(String source) {
        keeper.rows()
                .sql("DELETE FROM fact WHERE listener = ? AND source = ?")
                .params(name, source)
                .update();
    }

    public record Fact(String subject, long sequence) {}

    /** In the order in which they were noted. */
    public List<Fact> noted(String subjectPrefix) {
        return keeper.rows()
                .sql("SELECT subject, sequence FROM fact WHERE listener = ? AND subject LIKE ? ORDER BY subject, noted")
                .params(name, subjectPrefix + "%")
                .query(Fact.class)
                .list();
    }

    public static AutoCloseable listening(Facts facts, Keeper keeper, java.util.Map<String, Object> kafka) {
        var ear = new Ear(facts, hearings(keeper, kafka), keeper);
        ear.start();
        return ear::stop;
    }

    static Hearings hearings(Keeper keeper, java.util.Map<String, Object> kafka) {
        var settings = new java.util.HashMap<>(kafka);
        settings.put("auto.offset.reset", "none");
        settings.put("enable.auto.commit", "false");
        settings.put("max.poll.records", 20);
        return new Hearings(
                keeper,
                new fi.rinnalla.service.rows.Ids(),
                tools.jackson.databind.json.JsonMapper.shared(),
                settings,
                new io.micrometer.core.instrument.simple.SimpleMeterRegistry());
    }
}
