package fi.rinnalla.service.answering;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How requests are answered.
 *
 * @param largestBody           of a request under {@code /api}
 * @param cursorSecret          signs list cursors; the same in all instances of a service
 * @param withoutIdempotencyKey POSTs that are idempotent by themselves
 * @param shownOnce             POSTs whose answer holds secrets: said again, they do nothing and show nothing
 */
@ConfigurationProperties("rinnalla.answering")
record AnsweringSettings(
        @DefaultValue("64KB") DataSize largestBody,
        String cursorSecret,
        @DefaultValue List<String> withoutIdempotencyKey,
        @DefaultValue List<String> shownOnce) {}
