package fi.rinnalla.session.plan;

import fi.rinnalla.event.plan.RevisionAnswers;
import fi.rinnalla.event.plan.Source;
import fi.rinnalla.service.asking.Caller;
import fi.rinnalla.service.keeping.Documents;
import fi.rinnalla.service.keeping.Keeping;
import fi.rinnalla.session.client.Clients;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Where plans and their revisions are kept. */
@Repository
public class Plans extends Documents<Plan> {

    private static final TypeReference<List<Goal>> GOALS = new TypeReference<>() {};

    private final JdbcClient rows;
    private final JsonMapper json;
    private final Clients clients;

    Plans(Keeping keeping, Clients clients) {
        super("plan", Plan.class, keeping);
        this.rows = keeping.rows();
        this.json = keeping.json();
        this.clients = clients;
    }

    /** A plan between the client and the present worker; to anybody else it is not there. */
    public Plan between(UUID id, Caller caller) {
        var plan = get(id);
        clients.between(plan.client(), caller);
        return plan;
    }

    Plan changeBetween(UUID id, Caller caller) {
        var plan = change(id);
        clients.between(plan.client(), caller);
        return plan;
    }

    /** Goals as the latest revision has them; none while the plan is being built. */
    public List<Goal> goalsOf(UUID plan) {
        return revision(plan, Optional.empty()).map(Revision::goals).orElse(List.of());
    }

    /** The day on which the client first set a goal of their own. */
    public Optional<LocalDate> firstOwnGoal(UUID client) {
        return rows.sql("""
                        SELECT min(agreed_on) FROM plan_revision JOIN plan ON plan.id = plan_revision.plan
                        WHERE plan.client = ? AND goals @> '[{"source": "client"}]'
                        """)
                .param(client)
                .query((row, n) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
    }

    void keep(UUID plan, Revision revision) {
        rows.sql("""
                        INSERT INTO plan_revision (plan, revision, revised_at, agreed_on, together, proposed_by, reason,
                                                   answers, answers_which, goals)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
                        """)
                .params(Arrays.<@Nullable Object>asList(
                        plan,
                        revision.revision(),
                        revision.revisedAt().atOffset(ZoneOffset.UTC),
                        revision.agreedOn(),
                        revision.together(),
                        revision.proposedBy().name(),
                        revision.reason(),
                        revision.answers().name(),
                        revision.answersWhich(),
                        json.writeValueAsString(revision.goals())))
                .update();
    }

    /** A revision itself is never changed: what the client sees otherwise stands beside it. */
    boolean keepObjection(UUID plan, int revision, String words) {
        return rows.sql("INSERT INTO plan_objection (plan, revision, words) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                        .params(plan, revision, words)
                        .update()
                == 1;
    }

    /** @param number empty for the latest */
    Optional<Revision> revision(UUID plan, Optional<Integer> number) {
        return rows.sql("""
                        SELECT plan_revision.*, words FROM plan_revision LEFT JOIN plan_objection USING (organisation, plan, revision)
                        WHERE plan = ? AND revision = coalesce(?::int, revision) ORDER BY revision DESC LIMIT 1
                        """)
                .params(Arrays.<@Nullable Object>asList(plan, number.orElse(null)))
                .query((row, n) -> new Revision(
                        row.getInt("revision"),
                        row.getObject("revised_at", OffsetDateTime.class).toInstant(),
                        row.getObject("agreed_on", LocalDate.class),
                        row.getBoolean("together"),
                        Source.valueOf(row.getString("proposed_by")),
                        row.getString("reason"),
                        RevisionAnswers.valueOf(row.getString("answers")),
                        row.getObject("answers_which", UUID.class),
                        json.readValue(row.getString("goals"), GOALS),
                        row.getString("words")))
                .optional();
    }
}
