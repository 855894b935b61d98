package fi.rinnalla.feedback.ask;

import fi.rinnalla.event.meeting.Channel;
import fi.rinnalla.event.meeting.MeetingKind;
import fi.rinnalla.feedback.FeedbackSettings;
import fi.rinnalla.service.time.Helsinki;
import fi.rinnalla.feedback.Period;
import fi.rinnalla.service.answering.BadRequest;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.Caller;
import fi.rinnalla.service.asking.UserRole;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * The page asks for a link after a meeting whose client answers privately. What is told here is coarse and names no
 * meeting; nothing of the call is stored, so asking twice gives two links.
 */
@RestController
class IssueAsk {

    private final Asks asks;
    private final FeedbackSettings settings;
    private final Clock clock;

    IssueAsk(Asks asks, FeedbackSettings settings, Clock clock) {
        this.asks = asks;
        this.settings = settings;
        this.clock = clock;
    }

    record Request(
            @NotNull(message = "required") @Pattern(regexp = "[a-z0-9-]{2,40}", message = "slug") String unit,
            @NotNull(message = "required") String week,
            @NotNull(message = "required") MeetingKind kind,
            @NotNull(message = "required") Channel channel,
            boolean withPeerExpert) {}

    /**
     * @param link what to open or send
     * @param qr   the link as an SVG picture
     */
    record Ask(String link, String qr) {}

    @PostMapping("/api/v1/asks")
    @AllowedTo({UserRole.COORDINATOR, UserRole.PROFESSIONAL})
    ResponseEntity<Ask> issue(@Valid @RequestBody Request request, Caller caller) {
        if (!(Period.parse(request.week()).orElse(null) instanceof Period.Week week)) {
            throw BadRequest.field("/week", "iso-week", "The week is written like 2017-W44.");
        }
        if (Period.Week.of(Helsinki.today(clock)).dayAfter().isBefore(week.dayAfter())) {
            throw BadRequest.field("/week", "in-the-future", "The week has not begun yet.");
        }
        var token = asks.take(
                caller.organisation(),
                new AskGroup(request.unit(), week, request.kind(), request.channel(), request.withPeerExpert()));
        var link = settings.publicAddress() + "/a/" + token;
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Ask(link, QrPicture.of(link)));
    }
}
