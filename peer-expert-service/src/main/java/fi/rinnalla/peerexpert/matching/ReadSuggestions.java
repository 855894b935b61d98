package fi.rinnalla.peerexpert.matching;

import static fi.rinnalla.service.asking.UserRole.COORDINATOR;

import fi.rinnalla.peerexpert.request.PeerRequests;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.pages.Language;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Who is suggested for a request and why, and who is left out by which rule; nobody's own affairs are told. */
@RestController
class ReadSuggestions {

    private final PeerRequests requests;
    private final Matching matching;

    ReadSuggestions(PeerRequests requests, Matching matching) {
        this.requests = requests;
        this.matching = matching;
    }

    record Suggested(UUID peerExpert, String name, int points, List<Why> reasons) {}

    record LeftOut(UUID peerExpert, String name, String rule, String words) {}

    record Shown(List<Suggested> suggested, List<LeftOut> leftOut) {}

    @GetMapping("/api/v1/requests/{request}/suggestions")
    @AllowedTo(COORDINATOR)
    Shown suggestions(
            @PathVariable("request") UUID id,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String preferred) {
        var language = Language.of(null, preferred);
        var found = matching.suggest(requests.get(id));
        return new Shown(
                found.suited().stream()
                        .map(one -> new Suggested(
                                one.peer().id(),
                                one.peer().name(),
                                one.score().points(),
                                Why.of(one.score(), language)))
                        .toList(),
                found.leftOut().stream()
                        .map(one -> new LeftOut(
                                one.peer().id(), one.peer().name(), one.rule().slug(), Why.of(one.rule(), language)))
                        .toList());
    }
}
