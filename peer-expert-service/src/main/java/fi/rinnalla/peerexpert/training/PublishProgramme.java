package fi.rinnalla.peerexpert.training;

import static fi.rinnalla.service.asking.UserRole.CLIENT;
import static fi.rinnalla.service.asking.UserRole.COORDINATOR;
import static fi.rinnalla.service.asking.UserRole.PEER_EXPERT;
import static fi.rinnalla.service.asking.UserRole.PROFESSIONAL;

import fi.rinnalla.service.answering.Answer;
import fi.rinnalla.service.answering.Page;
import fi.rinnalla.service.answering.Paging;
import fi.rinnalla.service.answering.Words;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.rows.Ids;
import fi.rinnalla.service.time.Helsinki;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A programme is published, and later another version of it; who designed it is credited. */
@RestController
class PublishProgramme {

    private final Programmes programmes;
    private final Ids ids;
    private final Clock clock;

    PublishProgramme(Programmes programmes, Ids ids, Clock clock) {
        this.programmes = programmes;
        this.ids = ids;
        this.clock = clock;
    }

    record Content(
            @Min(value = 1, message = "1-to-100") @Max(value = 100, message = "1-to-100")
            int days,

            @Nullable @Min(value = 1, message = "1-to-240") @Max(value = 240, message = "1-to-240")
            Integer validMonths,

            @NotNull(message = "required") @Size(max = 50, message = "at-most-50")
            List<@NotNull(message = "required") @Words(max = 100) String> designers) {}

    record Request(
            @Words(max = 200) String name,
            @NotNull(message = "required") @Valid Content content) {}

    record ProgrammeShown(UUID id, String name, List<Programme.Version> versions) {}

    @PostMapping("/api/v1/training-programmes")
    @AllowedTo(COORDINATOR)
    ResponseEntity<Void> publish(@Valid @RequestBody Request request) {
        var programme = new Programme(ids.get(), request.name());
        publish(programme, request.content());
        programmes.add(programme);
        return Answer.created("/api/v1/training-programmes", programme);
    }

    @PostMapping("/api/v1/training-programmes/{programme}/versions")
    @AllowedTo(COORDINATOR)
    ResponseEntity<Void> anew(@PathVariable("programme") UUID id, @Valid @RequestBody Content content) {
        var programme = programmes.change(id);
        publish(programme, content);
        programmes.save(programme);
        return Answer.part(
                "/api/v1/training-programmes/" + id + "/versions",
                programme.latest().number(),
                programme);
    }

    private void publish(Programme programme, Content content) {
        programme.publish(content.days(), content.validMonths(), content.designers(), Helsinki.today(clock));
    }

    @GetMapping("/api/v1/training-programmes")
    @AllowedTo({COORDINATOR, PROFESSIONAL, PEER_EXPERT, CLIENT})
    Page<ProgrammeShown> list(Paging paging) {
        var found = programmes.where("id > ? ORDER BY id LIMIT ?", paging.afterId(), paging.limitAndOne());
        return Page.of(
                found.stream()
                        .map(one -> new ProgrammeShown(one.id(), one.name(), one.versions()))
                        .toList(),
                paging,
                one -> one.id().toString());
    }
}
