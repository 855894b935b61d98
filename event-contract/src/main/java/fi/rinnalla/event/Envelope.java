package fi.rinnalla.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * CloudEvents 1.0, structured JSON, around every event.
 *
 * @param id           the event's own id; a second arrival of the same id changes nothing
 * @param source       the service that says it, for example {@code /session-service}
 * @param type         {@link Said#type()}
 * @param subject      what it happened to; also the record's key, so that one subject stays in order
 * @param time         when it was recorded, UTC; when it happened in the world is in {@code data}
 * @param organisation slug of the organisation that it happened in
 * @param sequence     counts a subject's events from 1 without gaps within an epoch
 * @param epoch        rises by one when the source's database was restored to an earlier time
 * @param traceparent  W3C trace context of the request that caused it, if it was traced
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Envelope<E extends Event>(
        @JsonProperty("specversion") String specversion,
        @JsonProperty("id") UUID id,
        @JsonProperty("source") String source,
        @JsonProperty("type") String type,
        @JsonProperty("subject") String subject,
        @JsonProperty("time") Instant time,
        @JsonProperty("datacontenttype") String datacontenttype,
        @JsonProperty("organisation") String organisation,
        @JsonProperty("sequence") long sequence,
        @JsonProperty("epoch") int epoch,
        @JsonProperty("traceparent") @Nullable String traceparent,
        @JsonProperty("data") E data) {

    public static final String SPEC_VERSION = "1.0";
    public static final String JSON = "application/json";
}
