package fi.rinnalla.feedback.answer;

import fi.rinnalla.feedback.ask.AskGroup;
import fi.rinnalla.service.pages.Secrets;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Where private answers wait until they are enough to be released. Nothing here tells when one came. */
@Repository
class Answers {

    /** How an answer came. Said with no figure; a person can look at those that came in a flood. */
    enum Way {
        LINK,
        DOOR,
        PAPER
    }

    private final JdbcClient rows;
    private final JsonMapper json;

    Answers(JdbcClient rows, JsonMapper json) {
        this.rows = rows;
        this.json = json;
    }

    /**
     * Keeps an answer, within the transaction of whatever it answers.
     *
     * @param doubtful whether a person looks before it counts
     * @return the return code, shown once and stored hashed
     */
    String keep(AskGroup group, Given given, Way way, boolean doubtful) {
        var code = Secrets.code();
        var receipt = Secrets.hash(code);
        keepScores(group, given, receipt, way, doubtful);
        given.words().ifPresent(words -> keepWords(group, words, given.mayBecomeIdea(), receipt));
        rows.sql("INSERT INTO receipt (code_hash, unit) VALUES (?, ?)").params(receipt, group.unit()).update();
        rows.sql("SELECT shuffle(?)").param(group.unit()).query((row, n) -> true).list();
        return code;
    }

    private void keepScores(AskGroup group, Given given, byte[] receipt, Way way, boolean doubtful) {
        // A random id, not one that grows with time.
        rows.sql("""
                        INSERT INTO answer (id, unit, week, kind, channel, with_peer_expert, giver, scores, receipt, way, doubtful)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)
                        """)
                .params(
                        UUID.randomUUID(),
                        group.unit(),
                        group.week().toString(),
                        group.kind().name(),
                        group.channel().name(),
                        group.withPeerExpert(),
                        group.giver().name(),
                        json.writeValueAsString(given.scores()),
                        receipt,
                        way.name(),
                        doubtful)
                .update();
    }

    private void keepWords(AskGroup group, String words, boolean mayBecomeIdea, byte[] receipt) {
        var masked = Masking.mask(words);
        rows.sql("""
                        INSERT INTO words (id, unit, week, giver, words, masked, names_somebody, may_become_idea, receipt)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        UUID.randomUUID(),
                        group.unit(),
                        group.week().toString(),
                        group.giver().name(),
                        masked.text(),
                        masked.changed(),
                        Names.mayBeIn(masked.text()),
                        mayBecomeIdea,
                        receipt)
                .update();
    }
}
