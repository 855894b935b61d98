package fi.rinnalla.service.leaving;

import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.service.arriving.Facts;
import fi.rinnalla.service.rows.Keeper;
import fi.rinnalla.service.rows.Keepers;
import fi.rinnalla.testing.Eventually;
import fi.rinnalla.testing.KafkaEar;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.DefaultApplicationArguments;
import tools.jackson.databind.json.JsonMapper;

/** What the topic lost is said again; what a restored owner no longer holds, its listeners let go of. */
class LostAndRestoredTest {

    private static Keeper sayerKeeper;
    private static Keeper listenerKeeper;

    @BeforeAll
    static void start() throws Exception {
        sayerKeeper = Keepers.of("peer_expert");
        listenerKeeper = Keepers.of("feedback");
        Sayer.topics();
    }

    @AfterAll
    static void end() {
        sayerKeeper.close();
        listenerKeeper.close();
    }

    @Test
    void whatTheTopicLostIsSaidAgainAndWhatItHoldsIsNot() throws Exception {
        var sayer = new Sayer(sayerKeeper, "/reconcile-test");
        sayer.say("lost", 4, 3);
        try (var relay = sayer.relaying(producer -> producer)) {
            Eventually.holds(() -> sayer.unsaid() == 0);
        }
        dropEverythingFrom("meeting");
        assertThat(KafkaEar.onInfrastructure().eventsOf("meeting", "lost-0")).isEmpty();
        var reconcile = new Reconcile(sayerKeeper, Sayer.kafka(), JsonMapper.shared(), sayer.source, relayNotStarted());

        assertThat(reconcile.sayAgainWhatTheTopicsLost()).isEqualTo(12);
        try (var relay = sayer.relaying(producer -> producer)) {
            Eventually.holds(() -> sayer.unsaid() == 0);
        }
        assertThat(KafkaEar.onInfrastructure().eventsOf("meeting", "lost-0"))
                .extracting(event -> event.path("sequence").asLong())
                .containsExactly(1L, 2L, 3L);
        assertThat(reconcile.sayAgainWhatTheTopicsLost()).isZero();
    }

    @Test
    void aRestoredOwnerBeginsAnEpochAndItsListenersConverge() throws Exception {
        var sayer = new Sayer(sayerKeeper, "/restore-test");
        var facts = new Facts("restore", listenerKeeper);
        try (var ear = Facts.listening(facts, listenerKeeper, Sayer.kafka())) {
            sayer.say("restored", 3, 4);
            try (var relay = sayer.relaying(producer -> producer)) {
                Eventually.holds(() -> facts.noted("restored").size() == 12);
            }
            // The database goes back to where each subject had two events: the topic is ahead of it.
            sayerKeeper
                    .rows()
                    .sql("DELETE FROM outbox_sent WHERE subject LIKE 'restored%' AND sequence > 2")
                    .update();
            var restored = new Restored(sayerKeeper, new Restored.Settings(1));
            restored.run(new DefaultApplicationArguments());
            long again = sayer.unsaid();
            restored.run(new DefaultApplicationArguments());
            assertThat(sayer.unsaid())
                    .as("a second start with the same epoch does nothing")
                    .isEqualTo(again);
            sayer.sayOne("restored-0", 3);
            try (var relay = sayer.relaying(producer -> producer)) {
                Eventually.holds(
                        () -> sayer.unsaid() == 0 && facts.noted("restored").size() == 7);
            }
        }
        assertThat(facts.noted("restored").stream()
                        .collect(Collectors.groupingBy(Facts.Fact::subject, Collectors.counting())))
                .containsEntry("restored-0", 3L)
                .containsEntry("restored-1", 2L)
                .containsEntry("restored-2", 2L);
    }

    private static Relay relayNotStarted() {
        return new Relay(
                sayerKeeper,
                () -> {
                    throw new IllegalStateException("not started");
                },
                new LeavingSettings(10, java.time.Duration.ofSeconds(1), true),
                "/none");
    }

    private static void dropEverythingFrom(String topic) throws Exception {
        try (var admin = Admin.create(Sayer.kafka())) {
            var partitions = admin.describeTopics(java.util.List.of(topic))
                    .topicNameValues()
                    .values()
                    .iterator()
                    .next()
                    .get()
                    .partitions();
            admin.deleteRecords(partitions.stream()
                            .collect(Collectors.toMap(
                                    partition -> new TopicPartition(topic, partition.partition()),
                                    partition -> RecordsToDelete.beforeOffset(-1))))
                    .all()
                    .get();
        }
    }
}
