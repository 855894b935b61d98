package fi.rinnalla.feedback.theme;

import fi.rinnalla.event.feedback.FeedbackEvent.ThemeRaised;
import fi.rinnalla.event.feedback.FeedbackEvent.ThemeReplied;
import fi.rinnalla.service.keeping.Whole;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something of which several wrote to a unit; each reply says what was done and which decision caused it (P17). */
class Theme extends Whole {

    /** @param decision the idea in the session-service whose decision it comes from; absent where it needed none */
    record Reply(String words, @Nullable UUID decision, LocalDate on) {}

    private String unit;
    private String name;
    private List<Reply> replies = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // reading it back fills the fields
    private Theme() {}

    Theme(UUID id, String unit, String name) {
        super(id);
        this.unit = unit;
        this.name = name;
    }

    ThemeRaised raised() {
        return new ThemeRaised(unit);
    }

    ThemeReplied reply(Reply reply) {
        replies.add(reply);
        return new ThemeReplied(unit, reply.on(), reply.decision());
    }

    String unit() {
        return unit;
    }

    String name() {
        return name;
    }

    List<Reply> replies() {
        return replies;
    }
}
