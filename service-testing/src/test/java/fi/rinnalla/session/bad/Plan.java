package fi.rinnalla.session.bad;

/** A bad example: an aggregate that asks the clock. */
public class Plan {
    java.time.Instant revisedAt = java.time.Instant.now();
}
