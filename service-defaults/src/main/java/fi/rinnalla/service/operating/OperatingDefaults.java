package fi.rinnalla.service.operating;

import fi.rinnalla.service.arriving.ArrivingDefaults;
import fi.rinnalla.service.arriving.Generations;
import fi.rinnalla.service.arriving.Parked;
import fi.rinnalla.service.arriving.View;
import fi.rinnalla.service.leaving.Reconcile;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** What an operator can do at every service. */
@AutoConfiguration(after = ArrivingDefaults.class)
@ConditionalOnClass(KafkaConsumer.class)
public class OperatingDefaults {

    @Bean
    Operations operations(
            Parked parked, ObjectProvider<Reconcile> reconcile, ObjectProvider<View> views, Generations generations) {
        return new Operations(parked, reconcile, views.stream().toList(), generations);
    }
}
