package fi.rinnalla.service.accesslog;

import fi.rinnalla.event.accesslog.AccessLogEvent.AccessLogSealed;
import fi.rinnalla.service.leaving.Outbox;
import fi.rinnalla.service.rows.Keeper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Closes the log in blocks, each with a hash over the one before, and says the head on Kafka: whoever changes or removes
 * a row afterwards must also change what stands outside the database.
 */
public class Seal {

    private static final String FIRST = "0".repeat(64);

    private final Keeper keeper;
    private final Outbox outbox;

    Seal(Keeper keeper, Outbox outbox) {
        this.keeper = keeper;
        this.outbox = outbox;
    }

    /** Seals what every organisation's log has open. */
    void everyLog() {
        var organisations = keeper.rows()
                .sql("SELECT DISTINCT organisation FROM access_log WHERE block IS NULL")
                .query(String.class)
                .list();
        organisations.forEach(
                organisation -> keeper.transaction().executeWithoutResult(status -> oneLog(organisation)));
    }

    private void oneLog(String organisation) {
        var last = lastBlock(organisation);
        var number = last.map(Block::number).orElse(0L) + 1;
        var open = keeper.rows()
                .sql("SELECT id FROM access_log WHERE organisation = ? AND block IS NULL FOR UPDATE SKIP LOCKED")
                .param(organisation)
                .query(UUID.class)
                .list();
        if (open.isEmpty()) {
            return;
        }
        keeper.rows()
                .sql("UPDATE access_log SET block = ? WHERE id = ANY(?)")
                .params(number, open.toArray(UUID[]::new))
                .update();
        var head = headOver(last.map(Block::head).orElse(FIRST), linesOf(organisation, number));
        keeper.rows()
                .sql("INSERT INTO access_block (organisation, block, rows, head) VALUES (?, ?, ?, ?)")
                .params(organisation, number, open.size(), head)
                .update();
        outbox.sayFor(organisation, organisation, number, new AccessLogSealed(number, open.size(), head));
    }

    /** The first block that does not fit its hash: something in it, or before it, was changed. */
    public Optional<Long> firstBroken(String organisation) {
        var previous = FIRST;
        for (var block : blocksOf(organisation)) {
            if (!block.head().equals(headOver(previous, linesOf(organisation, block.number())))) {
                return Optional.of(block.number());
            }
            previous = block.head();
        }
        return Optional.empty();
    }

    private record Block(long number, String head) {}

    private List<Block> blocksOf(String organisation) {
        return keeper.rows()
                .sql("SELECT block AS number, head FROM access_block WHERE organisation = ? ORDER BY block")
                .param(organisation)
                .query(Block.class)
                .list();
    }

    private Optional<Block> lastBlock(String organisation) {
        return keeper.rows()
                .sql(
                        "SELECT block AS number, head FROM access_block WHERE organisation = ? ORDER BY block DESC LIMIT 1")
                .param(organisation)
                .query(Block.class)
                .optional();
    }

    private List<String> linesOf(String organisation, long block) {
        return keeper.rows()
                .sql("""
                        SELECT concat_ws('|', id, extract(epoch FROM at), who, did, subject, purpose) FROM access_log
                        WHERE organisation = ? AND block = ? ORDER BY id
                        """)
                .params(organisation, block)
                .query(String.class)
                .list();
    }

    private static String headOver(String previous, List<String> lines) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(previous.getBytes(StandardCharsets.UTF_8));
            lines.forEach(line -> digest.update(("\n" + line).getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
