package fi.rinnalla.session.need;

import static fi.rinnalla.service.asking.UserRole.CLIENT;
import static fi.rinnalla.service.asking.UserRole.MANAGER;
import static fi.rinnalla.service.asking.UserRole.PROFESSIONAL;

import fi.rinnalla.event.need.NeedReason;
import fi.rinnalla.event.need.NeedTheme;
import fi.rinnalla.service.answering.Page;
import fi.rinnalla.service.answering.Paging;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.Caller;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A manager reads all unmet needs, nobody's by name; a client and the present worker read the client's own. */
@RestController
class ReadNeeds {

    private final Needs needs;

    ReadNeeds(Needs needs) {
        this.needs = needs;
    }

    record NeedShown(
            UUID id,
            String unit,
            NeedTheme theme,
            NeedReason reason,
            String words,
            LocalDate recordedOn,
            @Nullable String answer,
            @Nullable LocalDate answeredOn) {}

    @GetMapping("/api/v1/unmet-needs")
    @AllowedTo({MANAGER, PROFESSIONAL, CLIENT})
    Page<NeedShown> list(Caller caller, Paging paging) {
        var found = needs.where(
                """
                (? OR client IN (SELECT id FROM client WHERE worker = ? OR login = ?)) AND id > ? ORDER BY id LIMIT ?
                """, caller.is(MANAGER), caller.login(), caller.login(), paging.afterId(), paging.limitAndOne());
        var items = found.stream()
                .map(need -> new NeedShown(
                        need.id(),
                        need.unit(),
                        need.theme(),
                        need.reason(),
                        need.words(),
                        need.recordedOn(),
                        need.answer(),
                        need.answeredOn()))
                .toList();
        return Page.of(items, paging, need -> need.id().toString());
    }
}
