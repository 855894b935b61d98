package fi.rinnalla.event.accesslog;

import com.fasterxml.jackson.annotation.JsonProperty;
import fi.rinnalla.event.Event;
import fi.rinnalla.event.Family;
import fi.rinnalla.event.Said;
import fi.rinnalla.event.Said.Audience;

/** What becomes of the log of who looked at what. Said by every service; subject is the organisation's log there. */
@Family(topic = "access-log")
public sealed interface AccessLogEvent extends Event {

    /**
     * A block of the log was sealed. Kafka thereby keeps the head of the chain outside the database it protects.
     *
     * @param block number of the block, from 1
     * @param rows  how many touches it holds
     * @param head  SHA-256 over the previous head and the block's rows, 64 hexadecimal digits
     */
    @Said(type = "fi.rinnalla.access-log.sealed", to = Audience.SERVICES)
    record AccessLogSealed(
            @JsonProperty("block") long block,
            @JsonProperty("rows") int rows,
            @JsonProperty("head") String head) implements AccessLogEvent {}
}
