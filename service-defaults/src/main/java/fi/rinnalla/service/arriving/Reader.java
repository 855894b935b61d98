package fi.rinnalla.service.arriving;

import fi.rinnalla.event.Envelope;
import fi.rinnalla.event.Event;
import fi.rinnalla.event.Said;
import fi.rinnalla.service.arriving.Arrival.Enveloped;
import fi.rinnalla.service.arriving.Arrival.Hostile;
import fi.rinnalla.service.arriving.Arrival.Raw;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes events of records. Unknown fields are ignored and an unknown type is {@link Event.Unknown}, so an older reader
 * follows a newer writer; everything else that is not as it should be has a reason.
 */
final class Reader {

    private static final int LARGEST = 512 * 1024;

    private final JsonMapper json;
    private final Map<String, Class<? extends Event>> types = new HashMap<>();

    Reader(JsonMapper json, Collection<Class<? extends Event>> families) {
        this.json = json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
        for (var family : families) {
            for (var member : family.getPermittedSubclasses()) {
                types.put(member.getAnnotation(Said.class).type(), member.asSubclass(Event.class));
            }
        }
    }

    Arrival read(Raw raw) {
        if (raw.value() == null || raw.value().length == 0) {
            return new Hostile(raw, "empty");
        }
        if (raw.value().length > LARGEST) {
            return new Hostile(raw, "too-large");
        }
        try {
            return enveloped(raw, json.readTree(raw.value()));
        } catch (JacksonException notJson) {
            return new Hostile(raw, "not-json");
        } catch (IllegalArgumentException | DateTimeParseException malformed) {
            return new Hostile(raw, "malformed-envelope");
        }
    }

    private Arrival enveloped(Raw raw, JsonNode tree) {
        if (!tree.isObject() || !text(tree, "specversion").equals(Envelope.SPEC_VERSION)) {
            return new Hostile(raw, "not-cloudevents-1.0");
        }
        var subject = text(tree, "subject");
        if (raw.key() == null || !subject.equals(new String(raw.key(), StandardCharsets.UTF_8))) {
            return new Hostile(raw, "key-is-not-the-subject");
        }
        var type = text(tree, "type");
        var known = types.get(type);
        Event data = new Event.Unknown(type);
        var unreadable = Optional.<String>empty();
        if (known != null) {
            try {
                data = json.treeToValue(tree.path("data"), known);
                if (data == null) {
                    unreadable = Optional.of("no-data");
                }
            } catch (JacksonException notThisKind) {
                unreadable = Optional.of("unreadable-data");
            }
        }
        var envelope = new Envelope<>(
                Envelope.SPEC_VERSION,
                UUID.fromString(text(tree, "id")),
                text(tree, "source"),
                type,
                subject,
                Instant.parse(text(tree, "time")),
                Envelope.JSON,
                text(tree, "organisation"),
                positive(tree, "sequence"),
                Math.toIntExact(positive(tree, "epoch")),
                null,
                unreadable.isPresent() ? new Event.Unknown(type) : data);
        return new Enveloped(raw, envelope, digest(envelope, tree.path("data")), unreadable);
    }

    private static String text(JsonNode tree, String name) {
        var node = tree.path(name);
        if (!node.isString() || node.asString().isEmpty()) {
            throw new IllegalArgumentException(name);
        }
        return node.asString();
    }

    private static long positive(JsonNode tree, String name) {
        var node = tree.path(name);
        if (!node.canConvertToLong() || node.asLong() < 1) {
            throw new IllegalArgumentException(name);
        }
        return node.asLong();
    }

    private static byte[] digest(Envelope<?> envelope, @Nullable JsonNode data) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var head = envelope.type() + "\n" + envelope.subject() + "\n" + envelope.sequence() + "\n"
                    + envelope.organisation() + "\n" + data;
            return digest.digest(head.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
