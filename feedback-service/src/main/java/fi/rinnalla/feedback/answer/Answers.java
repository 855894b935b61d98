package fi.rinnalla.feedback.answer;

import fi.rinnalla.service.pages.Secrets;
import fi.rinnalla.feedback.ask.AskGroup;
import fi.rinnalla.feedback.ask.Asks;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where private answers wait until they are enough to be released. Nothing here tells when one came. */
@Repository
class Answers {

    /** What a client answered; only "heard" is asked of everybody. */
    record Given(int heard, @Nullable Integer enoughTime, Optional<String> words) {}

    private final Asks asks;
    private final JdbcClient rows;

    Answers(Asks asks, JdbcClient rows) {
        this.asks = asks;
        this.rows = rows;
    }

    /**
     * Spends the link and keeps the answer, both or neither.
     *
     * @return the return code, shown once and stored hashed; empty if the link is not open
     */
    Optional<String> give(String token, Given given) {
        return asks.spend(token, group -> {
            var code = Secrets.code();
            var receipt = Secrets.hash(code);
            keepScores(group, given, receipt);
            given.words().ifPresent(words -> keepWords(group, words, receipt));
            rows.sql("INSERT INTO receipt (code_hash, unit) VALUES (?, ?)").params(receipt, group.unit()).update();
            rows.sql("SELECT shuffle(?)").param(group.unit()).query((row, n) -> true).list();
            return code;
        });
    }

    private void keepScores(AskGroup group, Given given, byte[] receipt) {
        // A random id, not one that grows with time.
        rows.sql("""
                        INSERT INTO answer (id, unit, week, kind, channel, with_peer_expert, heard, enough_time, receipt)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Arrays.<@Nullable Object>asList(
                        UUID.randomUUID(),
                        group.unit(),
                        group.week().toString(),
                        group.kind().name(),
                        group.channel().name(),
                        group.withPeerExpert(),
                        given.heard(),
                        given.enoughTime(),
                        receipt))
                .update();
    }

    private void keepWords(AskGroup group, String words, byte[] receipt) {
        var masked = Masking.mask(words);
        rows.sql("INSERT INTO words (id, unit, week, words, masked, receipt) VALUES (?, ?, ?, ?, ?, ?)")
                .params(
                        UUID.randomUUID(),
                        group.unit(),
                        group.week().toString(),
                        masked.text(),
                        masked.changed(),
                        receipt)
                .update();
    }
}
