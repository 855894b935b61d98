package fi.rinnalla.feedback.words;

import fi.rinnalla.feedback.FeedbackSettings;
import fi.rinnalla.feedback.theme.Themes;
import fi.rinnalla.service.answering.BadRequest;
import fi.rinnalla.service.answering.IfMatch;
import fi.rinnalla.service.answering.NotFound;
import fi.rinnalla.service.answering.Page;
import fi.rinnalla.service.answering.Paging;
import fi.rinnalla.service.answering.Refused;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.Caller;
import fi.rinnalla.service.asking.UserRole;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * What people wrote, before and after a moderator has seen it. Not even a moderator sees what few wrote: words of a unit
 * are there once as many waited as the threshold asks for, and then in an order that tells nothing. Where somebody may be
 * named, two people read before others do.
 */
@RestController
class Moderation {

    static final String REMOVED = "▒▒▒";

    private final JdbcClient rows;
    private final Themes themes;
    private final FeedbackSettings settings;

    Moderation(JdbcClient rows, Themes themes, FeedbackSettings settings) {
        this.rows = rows;
        this.themes = themes;
        this.settings = settings;
    }

    /**
     * @param way      by which it came: {@code link}, {@code door}, or {@code paper}, typed in by staff
     * @param readOnce whether one of the two has read it who must where somebody may be named
     */
    record WordsShown(
            UUID id,
            long version,
            String unit,
            String giver,
            String way,
            String words,
            boolean masked,
            boolean namesSomebody,
            boolean readOnce,
            boolean mayBecomeIdea,
            @Nullable UUID theme,
            String state) {}

    @GetMapping("/api/v1/words/held")
    @AllowedTo(UserRole.COORDINATOR)
    Page<WordsShown> held(Paging paging) {
        return list("held", paging);
    }

    @GetMapping("/api/v1/words")
    @AllowedTo({UserRole.COORDINATOR, UserRole.PROFESSIONAL, UserRole.MANAGER})
    Page<WordsShown> passed(Paging paging) {
        return list("passed", paging);
    }

    private Page<WordsShown> list(String state, Paging paging) {
        // Ids are random, so their order is that of a shuffled deck.
        var found = rows.sql("""
                        SELECT id, version, unit, lower(replace(giver, '_', '-')) AS giver, lower(way) AS way, words, masked, names_somebody,
                               first_reader IS NOT NULL AS read_once, may_become_idea, theme, state FROM words
                        WHERE state = ? AND id > ?
                          AND (unit, giver) IN (SELECT unit, giver FROM words GROUP BY 1, 2 HAVING count(*) >= ?)
                        ORDER BY id LIMIT ?
                        """)
                .params(
                        state,
                        paging.after().map(UUID::fromString).orElse(new UUID(0, 0)),
                        settings.minGroupSize(),
                        paging.limitAndOne())
                .query(WordsShown.class)
                .list();
        return Page.of(found, paging, words -> words.id().toString());
    }

    /**
     * @param decision {@code passed} for others to read, {@code withheld} if somebody could be found in it
     * @param remove   parts of the text that are taken out first, as they are written in it
     * @param theme    of which it tells
     */
    record Decision(
            @NotNull(message = "required") @Pattern(regexp = "passed|withheld", message = "passed-or-withheld")
            String decision,

            @Nullable @Size(max = 20, message = "at-most-20")
            List<@NotNull(message = "required") @Size(min = 1, max = 200, message = "1-to-200") String> remove,

            @Nullable UUID theme) {}

    private record Held(
            long version,
            String unit,
            String words,
            boolean namesSomebody,
            @Nullable String firstReader,
            int removed) {}

    @PostMapping("/api/v1/words/{id}/decision")
    @AllowedTo(UserRole.COORDINATOR)
    ResponseEntity<Void> decide(
            @PathVariable UUID id, @Valid @RequestBody Decision decision, IfMatch ifMatch, Caller caller) {
        // An answer that arrives now writes the unit's rows anew: the two wait for each other.
        rows.sql("""
                        SELECT pg_advisory_xact_lock(hashtextextended(organisation || '/' || unit, 2)) FROM words WHERE id = ?
                        """).param(id).query((row, n) -> true).list();
        var held = rows.sql(
                        "SELECT version, unit, words, names_somebody, first_reader, removed FROM words WHERE id = ? FOR UPDATE")
                .param(id)
                .query(Held.class)
                .optional()
                .orElseThrow(NotFound::new);
        ifMatch.check(held.version());
        if (decision.theme() != null && !themes.isOf(decision.theme(), held.unit())) {
            throw BadRequest.field("/theme", "unknown", "The unit has no such theme. Name it first.");
        }
        var words = held.words();
        int removed = held.removed();
        for (var part : Objects.requireNonNullElse(decision.remove(), List.<String>of())) {
            if (!words.contains(part)) {
                throw BadRequest.field(
                        "/remove", "not-in-the-text", "Write what is removed as it stands in the text: " + part);
            }
            words = words.replace(part, REMOVED);
            removed++;
        }
        boolean needsAnother =
                decision.decision().equals("passed") && held.namesSomebody() && held.firstReader() == null;
        if (decision.decision().equals("passed") && caller.login().equals(held.firstReader())) {
            throw new Refused(
                    "another-reads", "Somebody may be named in it: another coordinator reads it too before others do.");
        }
        rows.sql("""
                        UPDATE words SET state = ?, words = ?, removed = ?, first_reader = coalesce(first_reader, ?),
                               theme = coalesce(?, theme), version = version + 1 WHERE id = ?
                        """)
                .params(Arrays.<@Nullable Object>asList(
                        needsAnother ? "held" : decision.decision(),
                        words,
                        removed,
                        needsAnother ? caller.login() : null,
                        decision.theme(),
                        id))
                .update();
        return ResponseEntity.noContent()
                .eTag("\"" + (held.version() + 1) + "\"")
                .build();
    }
}
