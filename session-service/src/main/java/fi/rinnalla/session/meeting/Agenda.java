package fi.rinnalla.session.meeting;

import com.fasterxml.jackson.annotation.JsonProperty;
import fi.rinnalla.service.answering.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is talked about in a meeting in which things are developed: said before anybody is asked for ideas.
 *
 * @param mandate who can decide what; absent until it is said
 * @param groups  all whom the matter touches
 */
record Agenda(List<Topic> topics, @Nullable Mandate mandate, List<AffectedGroup> groups) {

    static final Agenda EMPTY = new Agenda(List.of(), null, List.of());

    /** Whether a topic can be influenced here. */
    enum Scope {
        @JsonProperty("open")
        OPEN,
        @JsonProperty("bounded")
        BOUNDED,
        @JsonProperty("not-open")
        NOT_OPEN
    }

    /** @param why what bounds or closes it; for an open topic it may be left out */
    record Topic(
            UUID id, String title, Scope scope, @Nullable String why) {}

    /** @param decides who, by task: "poliklinikan esihenkilö" */
    record Mandate(
            @Words(max = 200) String decides,
            @Words(max = 2_000) String what,
            @Nullable LocalDate answerBy) {}

    /** A group of people whom the matter touches, and whether it was there. */
    record AffectedGroup(@Words(max = 100) String name, Presence presence) {}

    enum Presence {
        @JsonProperty("invited")
        INVITED,
        @JsonProperty("represented")
        REPRESENTED,
        @JsonProperty("missing")
        MISSING
    }

    Agenda with(Topic topic) {
        return new Agenda(Stream.concat(topics.stream(), Stream.of(topic)).toList(), mandate, groups);
    }

    Agenda with(Mandate mandate) {
        return new Agenda(topics, mandate, groups);
    }

    Agenda with(List<AffectedGroup> groups) {
        return new Agenda(topics, mandate, groups);
    }

    int groupsThatWere(Presence presence) {
        return (int)
                groups.stream().filter(group -> group.presence() == presence).count();
    }
}
