package fi.rinnalla.service.leaving;

import fi.rinnalla.service.operating.Worker;
import fi.rinnalla.service.rows.Keeper;
import fi.rinnalla.service.rows.Leadership;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the topics that are missing, once Kafka answers; what exists is left as it is. Events are kept for ever. */
class EnsureTopics extends Worker {

    /** Enough for several ears to share; fewer than a small broker notices. */
    private static final int PARTITIONS = 3;

    private static final Set<String> INTERNAL = Set.of(
            "meeting",
            "plan",
            "client",
            "commitment",
            "unmet-need",
            "notebook",
            "idea",
            "unit",
            "peer-expert",
            "peer-request",
            "claim",
            "training",
            "feedback",
            "aggregate",
            "access-log");

    private final Map<String, Object> kafka;
    private final Set<String> organisations;

    EnsureTopics(Keeper keeper, Map<String, Object> kafka, Set<String> organisations) {
        super(keeper, "ensure-topics");
        this.kafka = kafka;
        this.organisations = organisations;
    }

    @Override
    protected void work(Leadership leadership) throws Exception {
        try (var admin = Admin.create(kafka)) {
            var wanted = Stream.concat(INTERNAL.stream(), organisations.stream().map(slug -> "organisation." + slug))
                    .map(name -> new NewTopic(name, PARTITIONS, (short) 1).configs(Map.of("retention.ms", "-1")))
                    .collect(Collectors.toSet());
            for (var creation : admin.createTopics(wanted).values().values()) {
                try {
                    creation.get();
                } catch (ExecutionException failed) {
                    if (!(failed.getCause() instanceof TopicExistsException)) {
                        throw failed;
                    }
                }
            }
        }
        Thread.sleep(java.time.Duration.ofDays(1));
    }
}
