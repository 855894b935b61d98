package fi.rinnalla.feedback.ask;

import fi.rinnalla.feedback.FeedbackSettings;
import fi.rinnalla.feedback.question.QuestionSets;
import fi.rinnalla.service.answering.Refused;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.Caller;
import fi.rinnalla.service.asking.UserRole;
import fi.rinnalla.service.delivering.Address;
import fi.rinnalla.service.delivering.Messages;
import fi.rinnalla.service.delivering.Way;
import fi.rinnalla.service.pages.Language;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** A link by text message. The number is forgotten once the message has left. */
@RestController
class AskByTextMessage {

    private static final String FOLDER = "/answer";

    private final Forms forms;
    private final Asks asks;
    private final QuestionSets sets;
    private final AskedLately lately;
    private final Messages messages;
    private final FeedbackSettings settings;
    private final Clock clock;

    AskByTextMessage(
            Forms forms,
            Asks asks,
            QuestionSets sets,
            AskedLately lately,
            Messages messages,
            FeedbackSettings settings,
            Clock clock) {
        this.forms = forms;
        this.asks = asks;
        this.sets = sets;
        this.lately = lately;
        this.messages = messages;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @param remember whether the person consents to be remembered, so as not to be asked again too soon by any service here
     * @param language of the message, Finnish if not said
     */
    record Request(
            @NotNull(message = "required") @Valid Asked about,

            @NotNull(message = "required") @Size(max = 40, message = "at-most-40")
            String phone,

            boolean remember,

            @Nullable @Pattern(regexp = "fi|sv|en", message = "fi-sv-en")
            String language) {}

    @PostMapping("/api/v1/asks/text-messages")
    @AllowedTo({UserRole.COORDINATOR, UserRole.PROFESSIONAL})
    ResponseEntity<Void> send(
            @Valid @RequestBody Request request,
            @RequestHeader(name = Forms.KEY, required = false) @Nullable String key,
            Caller caller) {
        // To another number it is another message: whoever corrects the number after a lost answer means that one.
        if (!forms.isFirst("text-message/" + request.phone(), request.about().unit(), key)) {
            return ResponseEntity.noContent().build();
        }
        var to = Address.of("/phone", Way.TEXT_MESSAGE, request.phone());
        if (lately.remembers(to)) {
            throw new Refused(
                    "asked-lately", "This person was asked a short time ago and wished not to be asked again so soon.");
        }
        if (request.remember()) {
            lately.remember(to);
        }
        var token = asks.take(caller.organisation(), request.about().group(sets, clock));
        var texts = Language.of(request.language(), null).texts(FOLDER);
        messages.post(to, "", texts.getProperty("textMessage") + "\n" + settings.publicAddress() + "/a/" + token);
        return ResponseEntity.noContent().build();
    }
}
