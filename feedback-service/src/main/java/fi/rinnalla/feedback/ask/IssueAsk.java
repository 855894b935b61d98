package fi.rinnalla.feedback.ask;

import fi.rinnalla.feedback.FeedbackSettings;
import fi.rinnalla.feedback.question.QuestionSets;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.Caller;
import fi.rinnalla.service.asking.UserRole;
import jakarta.validation.Valid;
import java.time.Clock;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * The page asks for a link after a meeting whose client answers privately. Nothing of the call is stored, so asking twice
 * gives two links.
 */
@RestController
class IssueAsk {

    private final Asks asks;
    private final QuestionSets sets;
    private final FeedbackSettings settings;
    private final Clock clock;

    IssueAsk(Asks asks, QuestionSets sets, FeedbackSettings settings, Clock clock) {
        this.asks = asks;
        this.sets = sets;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @param link what to open or send
     * @param qr   the link as an SVG picture
     */
    record Ask(String link, String qr) {}

    @PostMapping("/api/v1/asks")
    @AllowedTo({UserRole.COORDINATOR, UserRole.PROFESSIONAL})
    ResponseEntity<Ask> issue(@Valid @RequestBody Asked asked, Caller caller) {
        var link = settings.publicAddress() + "/a/" + asks.take(caller.organisation(), asked.group(sets, clock));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Ask(link, QrPicture.of(link)));
    }
}
