package fi.rinnalla.session.plan;

import fi.rinnalla.event.plan.RevisionAnswers;
import fi.rinnalla.service.answering.BadRequest;
import fi.rinnalla.service.answering.NotFound;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Where plans and their revisions are kept. */
@Repository
class Plans {

    private static final TypeReference<List<Goal>> GOALS = new TypeReference<>() {};

    private final JdbcClient rows;
    private final JsonMapper json;

    Plans(JdbcClient rows, JsonMapper json) {
        this.rows = rows;
        this.json = json;
    }

    /** One state of a plan, for ever. */
    record Revision(
            int revision,
            Instant revisedAt,
            Goal.Source proposedBy,
            String reason,
            RevisionAnswers answers,
            List<Goal> goals) {}

    /** A plan between the client and the worker; to anybody else it is not there. */
    Plan getBetween(UUID id, String login) {
        return rows.sql("SELECT id, version, unit, client, worker, official_record FROM plan WHERE id = ?")
                .param(id)
                .query((row, n) -> new Plan(
                        row.getObject("id", UUID.class),
                        row.getLong("version"),
                        row.getString("unit"),
                        row.getString("client"),
                        row.getString("worker"),
                        row.getString("official_record")))
                .optional()
                .filter(plan -> plan.isBetween(login))
                .orElseThrow(NotFound::new);
    }

    void add(Plan plan) {
        try {
            rows.sql("INSERT INTO plan (id, version, unit, client, worker, official_record) VALUES (?, ?, ?, ?, ?, ?)")
                    .params(Arrays.<@Nullable Object>asList(
                            plan.id(),
                            plan.version(),
                            plan.unit(),
                            plan.client(),
                            plan.worker(),
                            plan.officialRecord()))
                    .update();
        } catch (DataIntegrityViolationException noSuchUnit) {
            throw BadRequest.field("/unit", "unknown", "Your organisation has no such unit.");
        }
    }

    void saveRevised(Plan plan, Revision revision) {
        int saved = rows.sql("UPDATE plan SET version = ? WHERE id = ? AND version = ?")
                .params(plan.version(), plan.id(), plan.version() - 1)
                .update();
        if (saved == 0) {
            throw new OptimisticLockingFailureException("plan");
        }
        rows.sql("""
                        INSERT INTO plan_revision (plan, revision, revised_at, proposed_by, reason, answers, goals)
                        VALUES (?, ?, ?, ?, ?, ?, ?::jsonb)
                        """)
                .params(
                        plan.id(),
                        revision.revision(),
                        revision.revisedAt().atOffset(ZoneOffset.UTC),
                        revision.proposedBy().name(),
                        revision.reason(),
                        revision.answers().name(),
                        json.writeValueAsString(revision.goals()))
                .update();
    }

    /** @param number empty for the latest */
    Optional<Revision> revision(UUID plan, Optional<Integer> number) {
        return rows.sql("""
                        SELECT revision, revised_at, proposed_by, reason, answers, goals FROM plan_revision
                        WHERE plan = ? AND revision = coalesce(?::int, revision) ORDER BY revision DESC LIMIT 1
                        """)
                .params(Arrays.<@Nullable Object>asList(plan, number.orElse(null)))
                .query((row, n) -> new Revision(
                        row.getInt("revision"),
                        row.getObject("revised_at", OffsetDateTime.class).toInstant(),
                        Goal.Source.valueOf(row.getString("proposed_by")),
                        row.getString("reason"),
                        RevisionAnswers.valueOf(row.getString("answers")),
                        json.readValue(row.getString("goals"), GOALS)))
                .optional();
    }
}
