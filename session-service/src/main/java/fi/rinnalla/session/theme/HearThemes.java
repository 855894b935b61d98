package fi.rinnalla.session.theme;

import fi.rinnalla.event.Envelope;
import fi.rinnalla.event.Event;
import fi.rinnalla.event.feedback.FeedbackEvent;
import fi.rinnalla.event.feedback.FeedbackEvent.ThemeRaised;
import fi.rinnalla.service.arriving.Hears;
import fi.rinnalla.service.rows.Keeper;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Hears which themes of feedback there are, so that a revision or an idea can say that it answers one. */
@Component
class HearThemes implements Hears {

    private final Keeper keeper;

    HearThemes(Keeper keeper) {
        this.keeper = keeper;
    }

    @Override
    public String name() {
        return "feedback-themes";
    }

    @Override
    public Set<Class<? extends Event>> families() {
        return Set.of(FeedbackEvent.class);
    }

    @Override
    public void hear(List<Envelope<? extends Event>> events) {
        for (var event : events) {
            if (event.data() instanceof ThemeRaised raised) {
                keeper.rows()
                        .sql("INSERT INTO heard_theme (organisation, theme, unit) VALUES (?, ?, ?)")
                        .params(event.organisation(), UUID.fromString(event.subject()), raised.unit())
                        .update();
            }
        }
    }

    @Override
    public boolean isRederivable() {
        return true;
    }

    @Override
    public void forget(String source) {
        keeper.rows().sql("DELETE FROM heard_theme").update();
    }
}
