package fi.rinnalla.feedback.theme;

import static fi.rinnalla.service.asking.UserRole.COORDINATOR;
import static fi.rinnalla.service.asking.UserRole.MANAGER;
import static fi.rinnalla.service.asking.UserRole.PROFESSIONAL;

import fi.rinnalla.feedback.figure.Count;
import fi.rinnalla.feedback.figure.SmallGroups;
import fi.rinnalla.service.answering.Answer;
import fi.rinnalla.service.answering.Login;
import fi.rinnalla.service.answering.Words;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.rows.Ids;
import fi.rinnalla.service.time.Helsinki;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A theme is named, and answered: those who wrote of it read the reply with their return code, everybody on the unit's page. */
@RestController
class AnswerTheme {

    private final Themes themes;
    private final JdbcClient rows;
    private final SmallGroups smallGroups;
    private final Ids ids;
    private final Clock clock;

    AnswerTheme(Themes themes, JdbcClient rows, SmallGroups smallGroups, Ids ids, Clock clock) {
        this.themes = themes;
        this.rows = rows;
        this.smallGroups = smallGroups;
        this.ids = ids;
        this.clock = clock;
    }

    record Named(
            @NotNull(message = "required") @Login String unit,
            @Words(max = 200) String name) {}

    /** @param decision the idea whose decision it comes from */
    record Replied(
            @Words(max = 2_000) String words, @Nullable UUID decision) {}

    /** @param words how many wrote of it */
    record ThemeShown(UUID id, String unit, String name, Count words, List<Theme.Reply> replies) {}

    @PostMapping("/api/v1/themes")
    @AllowedTo(COORDINATOR)
    ResponseEntity<Void> name(@Valid @RequestBody Named named) {
        var theme = new Theme(ids.get(), named.unit(), named.name());
        themes.add(theme, theme.raised());
        return Answer.created("/api/v1/themes", theme);
    }

    @GetMapping("/api/v1/themes")
    @AllowedTo({COORDINATOR, MANAGER, PROFESSIONAL})
    List<ThemeShown> list(@RequestParam String unit) {
        return themes.where("unit = ? ORDER BY id", unit).stream()
                .map(theme -> new ThemeShown(
                        theme.id(),
                        theme.unit(),
                        theme.name(),
                        smallGroups.count(rows.sql("SELECT count(*) FROM words WHERE theme = ?")
                                .param(theme.id())
                                .query(Long.class)
                                .single()),
                        theme.replies()))
                .toList();
    }

    @PostMapping("/api/v1/themes/{theme}/replies")
    @AllowedTo({COORDINATOR, MANAGER})
    ResponseEntity<Void> reply(@PathVariable("theme") UUID id, @Valid @RequestBody Replied replied) {
        var theme = themes.change(id);
        var said = theme.reply(new Theme.Reply(replied.words(), replied.decision(), Helsinki.today(clock)));
        themes.save(theme, said);
        return Answer.done(theme);
    }
}
