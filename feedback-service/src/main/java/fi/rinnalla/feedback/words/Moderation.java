package fi.rinnalla.feedback.words;

import fi.rinnalla.feedback.FeedbackSettings;
import fi.rinnalla.service.answering.IfMatch;
import fi.rinnalla.service.answering.NotFound;
import fi.rinnalla.service.answering.Page;
import fi.rinnalla.service.answering.Paging;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.asking.UserRole;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * What clients wrote, before and after a moderator has seen it. Not even a moderator sees what few wrote: words of a unit
 * are there once as many waited as the threshold asks for, and then in an order that tells nothing.
 */
@RestController
class Moderation {

    private final JdbcClient rows;
    private final FeedbackSettings settings;

    Moderation(JdbcClient rows, FeedbackSettings settings) {
        this.rows = rows;
        this.settings = settings;
    }

    record WordsShown(UUID id, long version, String unit, String words, boolean masked, String state) {}

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
                        SELECT id, version, unit, words, masked, state FROM words
                        WHERE state = ? AND id > ?
                          AND unit IN (SELECT unit FROM words GROUP BY unit HAVING count(*) >= ?)
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

    /** @param decision {@code passed} for others to read, {@code withheld} if somebody could be found in it */
    record Decision(
            @NotNull(message = "required") @Pattern(regexp = "passed|withheld", message = "passed-or-withheld")
                    String decision) {}

    @PostMapping("/api/v1/words/{id}/decision")
    @AllowedTo(UserRole.COORDINATOR)
    ResponseEntity<Void> decide(@PathVariable UUID id, @Valid @RequestBody Decision decision, IfMatch ifMatch) {
        // An answer that arrives now writes the unit's rows anew: the two wait for each other.
        rows.sql("""
                        SELECT pg_advisory_xact_lock(hashtextextended(organisation || '/' || unit, 2)) FROM words WHERE id = ?
                        """).param(id).query((row, n) -> true).list();
        long version = rows.sql("SELECT version FROM words WHERE id = ? FOR UPDATE")
                .param(id)
                .query(Long.class)
                .optional()
                .orElseThrow(NotFound::new);
        ifMatch.check(version);
        rows.sql("UPDATE words SET state = ?, version = version + 1 WHERE id = ?")
                .params(decision.decision(), id)
                .update();
        return ResponseEntity.noContent().eTag("\"" + (version + 1) + "\"").build();
    }
}
