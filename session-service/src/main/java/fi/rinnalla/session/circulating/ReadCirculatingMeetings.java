package fi.rinnalla.session.circulating;

import static fi.rinnalla.service.asking.UserRole.CLIENT;
import static fi.rinnalla.service.asking.UserRole.COORDINATOR;
import static fi.rinnalla.service.asking.UserRole.MANAGER;
import static fi.rinnalla.service.asking.UserRole.PEER_EXPERT;
import static fi.rinnalla.service.asking.UserRole.PROFESSIONAL;

import fi.rinnalla.service.answering.Answer;
import fi.rinnalla.service.answering.Page;
import fi.rinnalla.service.answering.Paging;
import fi.rinnalla.service.asking.AllowedTo;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Circulating meetings, with each site's answer beside the others'. */
@RestController
class ReadCirculatingMeetings {

    private final CirculatingMeetings circulating;

    ReadCirculatingMeetings(CirculatingMeetings circulating) {
        this.circulating = circulating;
    }

    /** @param differs whether the sites do it in different ways */
    record SideBySide(
            UUID item,
            String question,
            List<CirculatingMeeting.SiteAnswer> answers,
            boolean differs,
            CirculatingMeeting.@Nullable Recommendation recommendation) {}

    /** @param differing how many items differ between sites, of which settled have a recommendation */
    record CirculatingShown(
            UUID id, String name, List<String> sites, List<SideBySide> agenda, int differing, int settled) {}

    @GetMapping("/api/v1/circulating-meetings")
    @AllowedTo({COORDINATOR, PROFESSIONAL, MANAGER, PEER_EXPERT, CLIENT})
    Page<CirculatingShown> list(Paging paging) {
        var found = circulating.where("id > ? ORDER BY id LIMIT ?", paging.afterId(), paging.limitAndOne());
        return Page.of(
                found.stream().map(ReadCirculatingMeetings::shown).toList(),
                paging,
                one -> one.id().toString());
    }

    @GetMapping("/api/v1/circulating-meetings/{circulating}")
    @AllowedTo({COORDINATOR, PROFESSIONAL, MANAGER, PEER_EXPERT, CLIENT})
    ResponseEntity<CirculatingShown> one(@PathVariable("circulating") UUID id) {
        var meeting = circulating.get(id);
        return Answer.shown(meeting, shown(meeting));
    }

    private static CirculatingShown shown(CirculatingMeeting meeting) {
        var agenda = meeting.agenda().stream()
                .map(item -> new SideBySide(
                        item.id(),
                        item.question(),
                        meeting.answersTo(item.id()),
                        meeting.differs(item.id()),
                        meeting.recommendationOn(item.id()).orElse(null)))
                .toList();
        var differing = agenda.stream().filter(SideBySide::differs).toList();
        var settled =
                differing.stream().filter(item -> item.recommendation() != null).count();
        return new CirculatingShown(
                meeting.id(), meeting.name(), meeting.sites(), agenda, differing.size(), Math.toIntExact(settled));
    }
}
