package fi.rinnalla.feedback.answer;

import fi.rinnalla.event.feedback.Giver;
import fi.rinnalla.feedback.FeedbackSettings;
import fi.rinnalla.feedback.ask.QrPicture;
import fi.rinnalla.feedback.figure.Count;
import fi.rinnalla.feedback.figure.SmallGroups;
import fi.rinnalla.service.answering.Login;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.UserRole;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A unit's door is opened once; what came through it in a flood is counted or let go. */
@RestController
class OpenDoor {

    private final Doors doors;
    private final JdbcClient rows;
    private final SmallGroups smallGroups;
    private final FeedbackSettings settings;

    OpenDoor(Doors doors, JdbcClient rows, SmallGroups smallGroups, FeedbackSettings settings) {
        this.doors = doors;
        this.rows = rows;
        this.smallGroups = smallGroups;
        this.settings = settings;
    }

    /** @param giver a client if not said */
    record Request(
            @NotNull(message = "required") @Login String unit,
            @Nullable Giver giver) {}

    /**
     * @param link    for a poster or a page
     * @param tablet  for a tablet in the lobby
     * @param path    where a client draws their service path
     * @param posters to print on A4
     */
    record Door(String link, String tablet, String path, String qr, Posters posters) {}

    record Posters(String fi, String sv, String en) {}

    record Decision(@NotNull(message = "required") @Login String unit, boolean count) {}

    /** @param answers or what was drawn of services */
    record Doubtful(String unit, Count answers) {}

    @PostMapping("/api/v1/doors")
    @AllowedTo(UserRole.COORDINATOR)
    Door open(@Valid @RequestBody Request request) {
        var door = doors.of(request.unit(), Optional.ofNullable(request.giver()).orElse(Giver.CLIENT));
        var link = settings.publicAddress() + "/u/" + door.code();
        var poster = link + "/poster?lang=";
        return new Door(
                link,
                link + "?tablet=1",
                link + "/path",
                QrPicture.of(link),
                new Posters(poster + "fi", poster + "sv", poster + "en"));
    }

    @GetMapping("/api/v1/doors/doubtful")
    @AllowedTo(UserRole.COORDINATOR)
    Doubtful doubtful(@RequestParam String unit) {
        return new Doubtful(
                unit,
                smallGroups.count(
                        rows.sql("""
                        SELECT (SELECT count(*) FROM answer WHERE unit = ? AND doubtful)
                             + (SELECT count(*) FROM path_waiting WHERE unit = ? AND doubtful)
                        """).params(unit, unit).query(Long.class).single()));
    }

    /** All of them alike: one can't be picked out. */
    @PostMapping("/api/v1/doors/doubtful/decision")
    @AllowedTo(UserRole.COORDINATOR)
    ResponseEntity<Void> decide(@Valid @RequestBody Decision decision) {
        rows.sql("SELECT shuffle(?)")
                .param(decision.unit())
                .query((row, n) -> true)
                .list();
        for (var table : List.of("answer", "path_waiting")) {
            rows.sql((decision.count() ? "UPDATE %s SET doubtful = false" : "DELETE FROM %s").formatted(table)
                            + " WHERE unit = ? AND doubtful")
                    .param(decision.unit())
                    .update();
        }
        return ResponseEntity.noContent().build();
    }
}
