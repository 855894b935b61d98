package fi.rinnalla.feedback.answer;

import fi.rinnalla.event.feedback.Giver;
import fi.rinnalla.event.meeting.Channel;
import fi.rinnalla.event.meeting.MeetingKind;
import fi.rinnalla.feedback.Period;
import fi.rinnalla.feedback.ask.AskGroup;
import fi.rinnalla.service.delivering.Sealing;
import fi.rinnalla.service.pages.Secrets;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
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
    private final Sealing sealing;

    Answers(JdbcClient rows, JsonMapper json, Sealing sealing) {
        this.rows = rows;
        this.json = json;
        this.sealing = sealing;
    }

    /**
     * Keeps an answer, within the transaction of whatever it answers.
     *
     * @param doubtful whether a person looks before it counts
     * @param code     the follow-up code, of which only a hash is stored
     */
    void keep(AskGroup group, Given given, Way way, boolean doubtful, String code) {
        var receipt = Secrets.hash(code);
        keepScores(group, given, receipt, way, doubtful);
        given.words().ifPresent(words -> keepWords(group, words, given.mayBecomeIdea(), way, receipt));
        rows.sql("INSERT INTO receipt (code_hash, unit) VALUES (?, ?)")
                .params(receipt, group.unit())
                .update();
        rows.sql("SELECT shuffle(?)")
                .param(group.unit())
                .query((row, n) -> true)
                .list();
    }

    private void keepScores(AskGroup group, Given given, byte[] receipt, Way way, boolean doubtful) {
        var sealed =
                new Sealed(group.kind(), group.channel(), group.withPeerExpert(), group.giver(), way, given.scores());
        // A random id, not one that grows with time.
        rows.sql("INSERT INTO answer (id, unit, week, sealed, receipt, doubtful) VALUES (?, ?, ?, ?, ?, ?)")
                .params(
                        UUID.randomUUID(),
                        group.unit(),
                        group.week().toString(),
                        sealing.closeAtOneLength(json.writeValueAsString(sealed)),
                        receipt,
                        doubtful)
                .update();
    }

    /** What is kept of an answer that a copy of the database does not tell. */
    private record Sealed(
            MeetingKind kind,
            Channel channel,
            boolean withPeerExpert,
            Giver giver,
            Way way,
            Map<String, Integer> scores) {}

    /** Those of a unit that wait to be released, for a keeper. */
    List<Answer> waiting(JdbcClient keeper, String organisation, String unit) {
        return keeper.sql(
                        "SELECT id, week, sealed, is_open FROM answer WHERE organisation = ? AND unit = ? AND NOT doubtful")
                .params(organisation, unit)
                .query((row, n) -> {
                    var bytes = row.getBytes("sealed");
                    var sealed = json.readValue(
                            row.getBoolean("is_open") ? new String(bytes, StandardCharsets.UTF_8) : sealing.open(bytes),
                            Sealed.class);
                    return new Answer(
                            row.getObject("id", UUID.class),
                            Period.week(row.getString("week")),
                            sealed.kind(),
                            sealed.channel(),
                            sealed.withPeerExpert(),
                            sealed.giver(),
                            sealed.scores(),
                            sealed.way() == Way.PAPER);
                })
                .list();
    }

    private void keepWords(AskGroup group, String words, boolean mayBecomeIdea, Way way, byte[] receipt) {
        var masked = Masking.mask(words);
        rows.sql("""
                        INSERT INTO words (id, unit, week, giver, way, words, masked, names_somebody, may_become_idea, receipt)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        UUID.randomUUID(),
                        group.unit(),
                        group.week().toString(),
                        group.giver().name(),
                        way.name(),
                        masked.text(),
                        masked.changed(),
                        Names.mayBeIn(masked.text()),
                        mayBecomeIdea,
                        receipt)
                .update();
    }
}
