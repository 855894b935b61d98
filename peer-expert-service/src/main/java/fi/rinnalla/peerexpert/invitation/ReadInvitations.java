package fi.rinnalla.peerexpert.invitation;

import static fi.rinnalla.service.asking.UserRole.COORDINATOR;
import static fi.rinnalla.service.asking.UserRole.PEER_EXPERT;

import com.fasterxml.jackson.annotation.JsonInclude;
import fi.rinnalla.event.request.TaskKind;
import fi.rinnalla.peerexpert.matching.Why;
import fi.rinnalla.peerexpert.request.PeerRequests;
import fi.rinnalla.peerexpert.task.Terms;
import fi.rinnalla.peerexpert.task.Where;
import fi.rinnalla.service.answering.Page;
import fi.rinnalla.service.answering.Paging;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.Caller;
import fi.rinnalla.service.pages.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** A peer expert's own invitations with all they need to decide; a coordinator's of one request. */
@RestController
class ReadInvitations {

    private final Invitations invitations;
    private final PeerRequests requests;

    ReadInvitations(Invitations invitations, PeerRequests requests) {
        this.invitations = invitations;
        this.requests = requests;
    }

    /** @param reasons why this person was asked */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Invited(
            UUID id,
            Invitation.State state,
            String unit,
            TaskKind kind,
            LocalDate plannedOn,
            @Nullable LocalTime at,
            int minutes,
            Where where,
            @Nullable Terms terms,
            @Nullable String briefing,
            List<Why> reasons,
            @Nullable Instant expiresAt,
            @Nullable String question,
            @Nullable String answer) {}

    record OfRequest(
            UUID id,
            UUID peerExpert,
            Invitation.State state,
            int turn,
            @Nullable Instant expiresAt,
            @Nullable String question) {}

    @GetMapping("/api/v1/invitations")
    @AllowedTo(PEER_EXPERT)
    Page<Invited> own(
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String preferred,
            Caller caller,
            Paging paging) {
        var language = Language.of(null, preferred);
        var found = invitations.where("""
                peer_expert IN (SELECT id FROM peer_expert WHERE login = ?) AND state <> 'waiting'
                AND id > ? ORDER BY id LIMIT ?
                """, caller.login(), paging.afterId(), paging.limitAndOne());
        return Page.of(
                found.stream().map(one -> invited(one, language)).toList(),
                paging,
                one -> one.id().toString());
    }

    @GetMapping("/api/v1/requests/{request}/invitations")
    @AllowedTo(COORDINATOR)
    List<OfRequest> of(@PathVariable("request") UUID id) {
        return invitations
                .where(
                        "request = ? ORDER BY (document->>'turn')::int, id",
                        requests.get(id).id())
                .stream()
                .map(one -> new OfRequest(
                        one.id(), one.peerExpert(), one.state(), one.turn(), one.expiresAt(), one.question()))
                .toList();
    }

    Invited invited(Invitation invitation, Language language) {
        var request = requests.get(invitation.request());
        return new Invited(
                invitation.id(),
                invitation.state(),
                request.unit(),
                request.kind(),
                request.slot().on(),
                request.slot().at(),
                request.slot().minutes(),
                request.where(),
                request.terms().orElse(null),
                request.briefing().orElse(null),
                Why.of(invitation.score(), language),
                invitation.expiresAt(),
                invitation.question(),
                invitation.answer());
    }
}
