package fi.rinnalla.session.idea;

import static fi.rinnalla.service.asking.UserRole.CLIENT;
import static fi.rinnalla.service.asking.UserRole.COORDINATOR;
import static fi.rinnalla.service.asking.UserRole.MANAGER;
import static fi.rinnalla.service.asking.UserRole.PEER_EXPERT;
import static fi.rinnalla.service.asking.UserRole.PROFESSIONAL;

import fi.rinnalla.event.idea.Area;
import fi.rinnalla.event.idea.BornOf;
import fi.rinnalla.event.idea.IdeaForm;
import fi.rinnalla.event.idea.Origin;
import fi.rinnalla.service.answering.Answer;
import fi.rinnalla.service.answering.BadRequest;
import fi.rinnalla.service.answering.Login;
import fi.rinnalla.service.answering.Words;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.Caller;
import fi.rinnalla.service.pages.Secrets;
import fi.rinnalla.service.rows.Ids;
import fi.rinnalla.service.time.Helsinki;
import fi.rinnalla.session.activity.Units;
import fi.rinnalla.session.circulating.CirculatingMeetings;
import fi.rinnalla.session.idea.Proposed.Group;
import fi.rinnalla.session.idea.Proposed.Inquiry;
import fi.rinnalla.session.meeting.Meetings;
import fi.rinnalla.session.theme.FeedbackThemes;
import fi.rinnalla.session.workshop.Tips;
import fi.rinnalla.session.workshop.Workshops;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Somebody proposes an idea: with their login, so that they are told, or without a name, with a return code (P17, P51). */
@RestController
class ProposeIdea {

    private final Ideas ideas;
    private final Units units;
    private final Meetings meetings;
    private final Workshops workshops;
    private final Tips tips;
    private final CirculatingMeetings circulating;
    private final FeedbackThemes themes;
    private final Ids ids;
    private final Clock clock;

    ProposeIdea(
            Ideas ideas,
            Units units,
            Meetings meetings,
            Workshops workshops,
            Tips tips,
            CirculatingMeetings circulating,
            FeedbackThemes themes,
            Ids ids,
            Clock clock) {
        this.ideas = ideas;
        this.units = units;
        this.meetings = meetings;
        this.workshops = workshops;
        this.tips = tips;
        this.circulating = circulating;
        this.themes = themes;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @param bornOf    {@code own-thought} if not said; a theme names its meeting and topic too
     * @param ref       the theme, the tip, the circulating meeting that recommends it, or the theme of feedback
     * @param consented the giver's consent, without which a disappointment is not turned into an idea (P58)
     * @param proposedOn today if not said: a memo may be written down later
     * @param proposer  whose idea a worker writes down; the caller's own if not said
     */
    record Request(
            @NotNull(message = "required") String unit,
            @Words String words,
            @NotNull(message = "required") Origin origin,
            @Nullable IdeaForm form,
            @NotNull(message = "required") Area area,
            @Nullable BornOf bornOf,
            @Nullable UUID meeting,
            @Nullable UUID topic,
            @Nullable UUID ref,
            @Nullable Boolean consented,
            @Nullable @Login String proposer,
            @Nullable LocalDate proposedOn,
            @Nullable @Valid Group group,
            @Nullable @Valid Inquiry inquiry) {}

    /** @param returnCode with which the answer is read later; shown this once */
    record ProposedWithoutName(UUID id, String returnCode) {}

    @PostMapping("/api/v1/ideas")
    @AllowedTo({CLIENT, PEER_EXPERT, PROFESSIONAL, COORDINATOR, MANAGER})
    ResponseEntity<Void> propose(@Valid @RequestBody Request request, Caller caller) {
        var proposer = caller.is(PROFESSIONAL, COORDINATOR)
                ? Optional.ofNullable(request.proposer()).orElse(caller.login())
                : caller.login();
        var idea = new Idea(ids.get(), checked(request, caller), List.of(new Proposer(proposer, null, null)));
        ideas.add(idea, idea.proposed());
        return Answer.created("/api/v1/ideas", idea);
    }

    /** Takes no Idempotency-Key: the kept answer would join the caller to the code. */
    @PostMapping("/api/v1/anonymous-ideas")
    @AllowedTo({CLIENT, PEER_EXPERT, PROFESSIONAL, COORDINATOR, MANAGER})
    ResponseEntity<ProposedWithoutName> proposeWithoutName(@Valid @RequestBody Request request, Caller caller) {
        var code = Secrets.code();
        var proposer = new Proposer(null, Secrets.hashOfCode(code), null);
        // The id tells no time, so that it can't be laid beside a log of requests.
        var idea = new Idea(UUID.randomUUID(), checked(request, caller), List.of(proposer));
        ideas.add(idea, idea.proposed());
        return Answer.createdWith("/api/v1/ideas", idea, new ProposedWithoutName(idea.id(), code));
    }

    private void requireTheme(UUID theme) {
        if (!themes.knows(theme)) {
            throw BadRequest.field("/ref", "unknown", "There is no such theme of feedback.");
        }
    }

    private Proposed checked(Request request, Caller caller) {
        units.require(request.unit());
        var bornOf = Optional.ofNullable(request.bornOf()).orElse(BornOf.OWN_THOUGHT);
        if (bornOf == BornOf.DISAPPOINTMENT && !Boolean.TRUE.equals(request.consented())) {
            throw BadRequest.field(
                    "/consented", "required", "Ask the giver first: without consent it stays what it was.");
        }
        if (request.meeting() != null && request.topic() != null) {
            meetings.visible(request.meeting(), caller).requireOpenTopic(request.topic());
        }
        switch (bornOf) {
            case THEME -> {
                if (request.meeting() == null || request.topic() == null || request.ref() == null) {
                    throw BadRequest.field(
                            "/topic", "required", "An idea from a theme names its meeting, topic and theme (ref).");
                }
                workshops.requireTheme(request.meeting(), request.ref());
            }
            case TIP -> tips.require(required(request.ref()));
            case RECOMMENDATION -> circulating.require("/ref", required(request.ref()));
            case FEEDBACK -> requireTheme(required(request.ref()));
            case OWN_THOUGHT, DISAPPOINTMENT -> {}
        }
        return new Proposed(
                request.unit(),
                Helsinki.told("/proposedOn", request.proposedOn(), clock),
                request.words(),
                request.origin(),
                Optional.ofNullable(request.form()).orElse(IdeaForm.IDEA),
                request.area(),
                new Proposed.Birth(bornOf, request.meeting(), request.topic(), request.ref()),
                request.group(),
                request.inquiry());
    }

    private static UUID required(@Nullable UUID ref) {
        if (ref == null) {
            throw BadRequest.field("/ref", "required", "Name what the idea was born of.");
        }
        return ref;
    }
}
