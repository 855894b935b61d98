package fi.rinnalla.session.workshop;

import static fi.rinnalla.service.asking.UserRole.CLIENT;
import static fi.rinnalla.service.asking.UserRole.COORDINATOR;
import static fi.rinnalla.service.asking.UserRole.MANAGER;
import static fi.rinnalla.service.asking.UserRole.PEER_EXPERT;
import static fi.rinnalla.service.asking.UserRole.PROFESSIONAL;

import fi.rinnalla.service.answering.Page;
import fi.rinnalla.service.answering.Paging;
import fi.rinnalla.service.answering.Words;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.rows.Ids;
import fi.rinnalla.session.activity.Units;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A tip for what to talk about next time goes into the activity's box; who dropped it is not kept (P53). */
@RestController
class DropTip {

    private final Tips tips;
    private final Units units;
    private final Ids ids;

    DropTip(Tips tips, Units units, Ids ids) {
        this.tips = tips;
        this.units = units;
        this.ids = ids;
    }

    record Request(@Words(max = 2_000) String words) {}

    @PostMapping("/api/v1/activities/{activity}/tips")
    @AllowedTo({COORDINATOR, PROFESSIONAL, MANAGER, PEER_EXPERT, CLIENT})
    ResponseEntity<Void> drop(@PathVariable UUID activity, @Valid @RequestBody Request request) {
        units.findActivity(activity);
        var id = ids.get();
        tips.drop(id, activity, request.words());
        return ResponseEntity.created(URI.create("/api/v1/activities/" + activity + "/tips/" + id))
                .build();
    }

    @GetMapping("/api/v1/activities/{activity}/tips")
    @AllowedTo({COORDINATOR, PROFESSIONAL, MANAGER, PEER_EXPERT, CLIENT})
    Page<Tips.Tip> tips(@PathVariable UUID activity, Paging paging) {
        units.findActivity(activity);
        return tips.of(activity, paging);
    }
}
