package fi.rinnalla.service.delivering;

import java.util.UUID;

/**
 * What is told to somebody.
 *
 * @param id      the same when it is sent again, so that whoever carries it can tell
 * @param subject of an e-mail; a text message has none
 */
public record Message(UUID id, Address to, String subject, String text) {}
