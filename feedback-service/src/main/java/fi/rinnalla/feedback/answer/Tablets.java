package fi.rinnalla.feedback.answer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import fi.rinnalla.feedback.FeedbackSettings;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * A tablet that many use shows a follow-up code for a moment and then no more. The next person may go Back and let the
 * browser send the form again; elsewhere that brings the same code, so that a lost answer is no loss. Here it does so
 * only while the giver still stands there: for some seconds, and not once the next form is opened. Kept in memory and
 * nowhere else: what this instance does not remember is not shown.
 */
@Component
class Tablets {

    private final Duration shown;
    private final Cache<String, String> doorsByForm;

    @Autowired
    Tablets(FeedbackSettings settings) {
        this(settings.tabletShowsCodeFor(), Ticker.systemTicker());
    }

    Tablets(Duration shown, Ticker ticker) {
        this.shown = shown;
        doorsByForm = Caffeine.newBuilder()
                .expireAfterWrite(shown)
                .ticker(ticker)
                .maximumSize(10_000)
                .build();
    }

    Duration shown() {
        return shown;
    }

    /** @param first whether this form was sent for the first time */
    boolean mayShowCode(String door, String form, boolean first) {
        if (first) {
            doorsByForm.put(form, door);
            return true;
        }
        return doorsByForm.getIfPresent(form) != null;
    }

    /** The next form is on the screen. */
    void opened(String door) {
        doorsByForm.asMap().values().removeIf(door::equals);
    }
}
