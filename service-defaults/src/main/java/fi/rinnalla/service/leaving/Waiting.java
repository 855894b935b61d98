package fi.rinnalla.service.leaving;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An outbox row that is to be said. */
record Waiting(
        long position,
        UUID id,
        String organisation,
        String topic,
        boolean forOrganisation,
        String type,
        String subject,
        long sequence,
        Instant recordedAt,
        @Nullable String traceparent,
        String data) {

    /** The record's value, with the epoch in which it is now said. Only {@code subject} may need escaping. */
    byte[] envelope(String source, int epoch) {
        var text = new StringBuilder(data.length() + 400)
                .append("{\"specversion\":\"1.0\",\"id\":\"")
                .append(id)
                .append("\",\"source\":\"")
                .append(source)
                .append("\",\"type\":\"")
                .append(type)
                .append("\",\"subject\":\"")
                .append(subject)
                .append("\",\"time\":\"")
                .append(recordedAt)
                .append("\",\"datacontenttype\":\"application/json\",\"organisation\":\"")
                .append(organisation)
                .append("\",\"sequence\":")
                .append(sequence)
                .append(",\"epoch\":")
                .append(epoch);
        if (traceparent != null) {
            text.append(",\"traceparent\":\"").append(traceparent).append('"');
        }
        return text.append(",\"data\":").append(data).append('}').toString().getBytes(StandardCharsets.UTF_8);
    }
}
