package fi.rinnalla.service.keeping;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonInclude.Value;
import fi.rinnalla.service.leaving.LeavingDefaults;
import fi.rinnalla.service.leaving.Outbox;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How documents are written and read: what is absent is left out, and what a newer build wrote is passed over. */
@AutoConfiguration(after = LeavingDefaults.class)
@ConditionalOnClass(KafkaProducer.class)
public class KeepingDefaults {

    @Bean
    Keeping keeping(JdbcClient rows, JsonMapper json, Outbox outbox) {
        return new Keeping(rows, documents(json), outbox);
    }

    public static JsonMapper documents(JsonMapper json) {
        return json.rebuild()
                .addModule(new DaysAndTimes())
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .changeDefaultPropertyInclusion(with -> Value.construct(Include.NON_NULL, Include.ALWAYS))
                .build();
    }
}
