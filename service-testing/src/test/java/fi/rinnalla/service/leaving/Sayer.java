package fi.rinnalla.service.leaving;

import fi.rinnalla.event.meeting.Channel;
import fi.rinnalla.event.meeting.MeetingEvent.MeetingPlanned;
import fi.rinnalla.event.meeting.MeetingKind;
import fi.rinnalla.service.rows.Ids;
import fi.rinnalla.service.rows.Keeper;
import fi.rinnalla.testing.Infrastructure;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import tools.jackson.databind.json.JsonMapper;

/** An outbox with a relay, without a service around it. */
final class Sayer {

    final Keeper keeper;
    final String source;
    private final Outbox outbox;

    Sayer(Keeper keeper, String source) {
        this.keeper = keeper;
        this.source = source;
        this.outbox = new Outbox(
                keeper.rows(),
                keeper,
                new Ids(),
                Clock.systemUTC(),
                JsonMapper.shared(),
                new StaticListableBeanFactory().getBeanProvider(Relay.class));
    }

    static Map<String, Object> kafka() {
        var settings = new HashMap<String, Object>(Infrastructure.running().kafkaLogin());
        settings.put("bootstrap.servers", Infrastructure.running().kafka());
        return settings;
    }

    static void topics() throws Exception {
        try (var admin = Admin.create(kafka())) {
            var wanted =
                    List.of(new NewTopic("meeting", 3, (short) 1), new NewTopic("organisation.sovatek", 3, (short) 1));
            for (var made : admin.createTopics(wanted).values().values()) {
                try {
                    made.get();
                } catch (java.util.concurrent.ExecutionException exists) {
                    // from an earlier test
                }
            }
        }
    }

    /** Says events 1 to {@code each} of some subjects, in one transaction for each event. */
    void say(String prefix, int subjects, int each) {
        for (int sequence = 1; sequence <= each; sequence++) {
            for (int subject = 0; subject < subjects; subject++) {
                sayOne(prefix + "-" + subject, sequence);
            }
        }
    }

    void sayOne(String subject, int sequence) {
        keeper.transaction().executeWithoutResult(status -> sayWithin(subject, sequence));
    }

    void sayWithin(String subject, int sequence) {
        outbox.sayFor(
                "sovatek",
                subject,
                sequence,
                new MeetingPlanned(
                        "klinikka",
                        MeetingKind.ONE_TO_ONE,
                        Channel.PHONE,
                        LocalDate.of(2017, 10, 31),
                        45,
                        false,
                        null));
    }

    AutoCloseable relaying(UnaryOperator<Producer<byte[], byte[]>> through) {
        var settings = kafka();
        settings.put("acks", "all");
        settings.put("enable.idempotence", true);
        settings.put("delivery.timeout.ms", Integer.MAX_VALUE);
        var relay = new Relay(
                keeper,
                () -> through.apply(
                        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())),
                new LeavingSettings(10, Duration.ofMillis(50), true),
                source);
        relay.start();
        return relay::stop;
    }

    long unsaid() {
        return keeper.rows()
                .sql("SELECT count(*) FROM outbox")
                .query(Long.class)
                .single();
    }
}
