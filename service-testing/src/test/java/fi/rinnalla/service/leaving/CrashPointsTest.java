package fi.rinnalla.service.leaving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.rinnalla.service.arriving.Facts;
import fi.rinnalla.service.rows.Keeper;
import fi.rinnalla.service.rows.Keepers;
import fi.rinnalla.testing.Eventually;
import fi.rinnalla.testing.KafkaEar;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.LinkedHashSet;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.TransientDataAccessResourceException;

/** Between an outbox insert and the view's commit there is no point at which a crash loses, doubles or reorders anything. */
class CrashPointsTest {

    private static final int SUBJECTS = 5;
    private static final int EACH = 10;

    private static Keeper sayerKeeper;
    private static Keeper listenerKeeper;

    @BeforeAll
    static void start() throws Exception {
        sayerKeeper = Keepers.of("session");
        listenerKeeper = Keepers.of("feedback");
        Sayer.topics();
    }

    @AfterAll
    static void end() {
        sayerKeeper.close();
        listenerKeeper.close();
    }

    enum Point {
        NEVER,
        WHEN_A_BATCH_IS_HALF_SENT,
        WHEN_SENT_BUT_NOT_ACKNOWLEDGED,
        WHEN_ACKNOWLEDGED_BUT_NOT_MARKED,
        WHEN_POLLED_BUT_NOT_BEGUN,
        WHEN_THE_FACTS_ARE_WRITTEN_BUT_NOT_THE_POSITION
    }

    @ParameterizedTest
    @EnumSource
    void aCrashLosesNothingAndDoublesNothing(Point point) throws Exception {
        var prefix = "crash-" + point.name().toLowerCase(java.util.Locale.ROOT);
        var sayer = new Sayer(sayerKeeper, "/crash-test");
        var facts = new Facts(prefix, listenerKeeper);
        var crashes = new AtomicInteger();
        var left = new AtomicInteger(3); // each point is met three times
        Runnable crash = () -> {
            if (left.getAndDecrement() > 0) {
                crashes.incrementAndGet();
                throw new TransientDataAccessResourceException("crash");
            }
        };
        if (point == Point.WHEN_POLLED_BUT_NOT_BEGUN) {
            facts.before = events -> crash.run();
        }
        if (point == Point.WHEN_THE_FACTS_ARE_WRITTEN_BUT_NOT_THE_POSITION) {
            facts.after = events -> crash.run();
        }
        sayer.say(prefix, SUBJECTS, EACH);

        try (var relay = sayer.relaying(producer -> crashing(producer, point, crash));
                var ear = Facts.listening(facts, listenerKeeper, Sayer.kafka())) {
            Eventually.holds(() -> facts.noted(prefix).size() >= SUBJECTS * EACH && sayer.unsaid() == 0);
        }

        assertThat(crashes.get()).isEqualTo(point == Point.NEVER ? 0 : 3);
        assertThat(facts.noted(prefix)).doesNotHaveDuplicates().hasSize(SUBJECTS * EACH);
        for (int subject = 0; subject < SUBJECTS; subject++) {
            var key = prefix + "-" + subject;
            assertThat(facts.noted(key))
                    .extracting(Facts.Fact::sequence)
                    .isSorted()
                    .hasSize(EACH);
            var onTopic = KafkaEar.onInfrastructure().eventsOf("meeting", key);
            var firstSeen = onTopic.stream()
                    .map(event -> event.path("sequence").asLong())
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            assertThat(firstSeen)
                    .as("first occurrences in order")
                    .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
        }
    }

    @Test
    void whatWasRolledBackIsNeverSaid() throws Exception {
        var sayer = new Sayer(sayerKeeper, "/crash-test");
        assertThatThrownBy(() -> sayerKeeper.transaction().executeWithoutResult(status -> {
                    sayer.sayWithin("rolled-back", 1);
                    throw new IllegalStateException("crash before the commit");
                }))
                .isInstanceOf(IllegalStateException.class);
        try (var relay = sayer.relaying(producer -> producer)) {
            sayer.sayOne("after-rollback", 1);
            Eventually.holds(() -> KafkaEar.onInfrastructure()
                            .eventsOf("meeting", "after-rollback")
                            .size()
                    == 1);
        }
        assertThat(KafkaEar.onInfrastructure().eventsOf("meeting", "rolled-back"))
                .isEmpty();
    }

    @Test
    void aRowThatCommitsLateWithALowerPositionIsNotSkipped() throws Exception {
        var sayer = new Sayer(sayerKeeper, "/crash-test");
        try (var relay = sayer.relaying(producer -> producer)) {
            sayerKeeper.transaction().executeWithoutResult(late -> {
                sayer.sayWithin("late", 1); // takes the lower position, commits last
                var other = Thread.ofVirtual().start(() -> sayer.sayOne("early", 1));
                try {
                    other.join();
                } catch (InterruptedException interrupted) {
                    throw new IllegalStateException(interrupted);
                }
                Eventually.holds(() ->
                        KafkaEar.onInfrastructure().eventsOf("meeting", "early").size() == 1);
            });
            Eventually.holds(() ->
                    KafkaEar.onInfrastructure().eventsOf("meeting", "late").size() == 1);
        }
    }

    /** A real producer that is cut off at the given point. */
    @SuppressWarnings("unchecked")
    private static Producer<byte[], byte[]> crashing(Producer<byte[], byte[]> real, Point point, Runnable crash) {
        var sent = new AtomicInteger();
        return (Producer<byte[], byte[]>) Proxy.newProxyInstance(
                CrashPointsTest.class.getClassLoader(), new Class<?>[] {Producer.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("send")
                            && point == Point.WHEN_A_BATCH_IS_HALF_SENT
                            && sent.incrementAndGet() == 8) {
                        crash.run();
                    }
                    try {
                        var result = method.invoke(real, arguments);
                        return method.getName().equals("send")
                                ? acknowledgement((Future<Object>) result, point, crash)
                                : result;
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }

    @SuppressWarnings("unchecked")
    private static Future<Object> acknowledgement(Future<Object> real, Point point, Runnable crash) {
        return (Future<Object>) Proxy.newProxyInstance(
                CrashPointsTest.class.getClassLoader(), new Class<?>[] {Future.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("get") && point == Point.WHEN_SENT_BUT_NOT_ACKNOWLEDGED) {
                        crash.run();
                    }
                    var result = method.invoke(real, arguments);
                    if (method.getName().equals("get") && point == Point.WHEN_ACKNOWLEDGED_BUT_NOT_MARKED) {
                        crash.run();
                    }
                    return result;
                });
    }
}
