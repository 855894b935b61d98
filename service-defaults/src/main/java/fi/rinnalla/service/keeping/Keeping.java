package fi.rinnalla.service.keeping;

import fi.rinnalla.service.leaving.Outbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What every repository of documents needs. */
public record Keeping(JdbcClient rows, JsonMapper json, Outbox outbox) {}
