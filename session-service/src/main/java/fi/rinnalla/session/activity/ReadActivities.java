package fi.rinnalla.session.activity;

import fi.rinnalla.service.answering.Page;
import fi.rinnalla.service.answering.Paging;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.UserRole;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The organisation's units and what goes on in them. */
@RestController
class ReadActivities {

    private final JdbcClient rows;

    ReadActivities(JdbcClient rows) {
        this.rows = rows;
    }

    record UnitShown(String slug, String name) {}

    record ActivityShown(UUID id, String unit, String unitName, String name, LocalDate startedOn) {}

    @GetMapping("/api/v1/units")
    @AllowedTo({UserRole.COORDINATOR, UserRole.PROFESSIONAL, UserRole.MANAGER, UserRole.ANALYST})
    Page<UnitShown> units(Paging paging) {
        var found = rows.sql("SELECT slug, name FROM unit WHERE slug > ? ORDER BY slug LIMIT ?")
                .params(paging.after().orElse(""), paging.limitAndOne())
                .query(UnitShown.class)
                .list();
        return Page.of(found, paging, UnitShown::slug);
    }

    @GetMapping("/api/v1/activities")
    @AllowedTo({
        UserRole.COORDINATOR,
        UserRole.PROFESSIONAL,
        UserRole.MANAGER,
        UserRole.ANALYST,
        UserRole.PEER_EXPERT,
        UserRole.CLIENT
    })
    Page<ActivityShown> activities(Paging paging) {
        var found = rows.sql("""
                        SELECT activity.id, unit, unit.name AS unit_name, activity.name, started_on
                        FROM activity JOIN unit ON unit.organisation = activity.organisation AND slug = unit
                        WHERE activity.id > ? ORDER BY activity.id LIMIT ?
                        """)
                .params(paging.after().map(UUID::fromString).orElse(new UUID(0, 0)), paging.limitAndOne())
                .query(ActivityShown.class)
                .list();
        return Page.of(found, paging, activity -> activity.id().toString());
    }
}
