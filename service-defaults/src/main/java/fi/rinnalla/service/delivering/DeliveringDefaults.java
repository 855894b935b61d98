package fi.rinnalla.service.delivering;

import fi.rinnalla.service.operating.Regularly;
import fi.rinnalla.service.rows.Ids;
import fi.rinnalla.service.rows.Keeper;
import fi.rinnalla.service.rows.RowsDefaults;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import tools.jackson.databind.json.JsonMapper;

/** Messages to people, for the services that send some: those with the mail library. */
@AutoConfiguration(
        after = RowsDefaults.class,
        afterName = "org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration")
@ConditionalOnClass(JavaMailSender.class)
@EnableConfigurationProperties(DeliveringSettings.class)
public class DeliveringDefaults {

    /** An installation's own couriers go before these. */
    private static final int LAST = Ordered.LOWEST_PRECEDENCE;

    @Bean
    Sealing sealingOfMessages(DeliveringSettings settings) {
        return new Sealing(settings.secret(), settings.salt());
    }

    @Bean
    Messages messages(JdbcClient rows, Ids ids, JsonMapper json, Sealing sealing) {
        return new Messages(rows, ids, json, sealing);
    }

    @Bean
    @Order(LAST - 1)
    @ConditionalOnProperty("rinnalla.delivering.text-message-gateway")
    Courier textMessageCourier(DeliveringSettings settings, JsonMapper json) {
        return new TextMessageCourier(
                Objects.requireNonNull(settings.textMessageGateway()), settings.textMessageToken(), json);
    }

    @Bean
    @Order(LAST)
    Courier fileCourier(DeliveringSettings settings, JsonMapper json) {
        return new FileCourier(settings.file(), json);
    }

    @Bean
    Regularly delivering(
            DeliveringSettings settings,
            Keeper keeper,
            Sealing sealing,
            ObjectProvider<Courier> couriers,
            JsonMapper json,
            Clock clock,
            MeterRegistry metrics) {
        var deliver = new Deliver(keeper, sealing, couriers.orderedStream().toList(), json, clock, metrics);
        return new Regularly(keeper, "deliver-messages", settings.every(), deliver::whateverIsDue);
    }

    @Configuration
    @ConditionalOnBean(JavaMailSender.class)
    static class ByMail {

        @Bean
        @Order(LAST - 1)
        Courier mailCourier(JavaMailSender mail, DeliveringSettings settings) {
            return new MailCourier(mail, settings.from());
        }
    }
}
