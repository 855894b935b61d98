package fi.rinnalla.service.accesslog;

import fi.rinnalla.service.leaving.LeavingDefaults;
import fi.rinnalla.service.leaving.Outbox;
import fi.rinnalla.service.operating.Regularly;
import fi.rinnalla.service.rows.Ids;
import fi.rinnalla.service.rows.Keeper;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The log of use, and its seal. */
@AutoConfiguration(after = LeavingDefaults.class)
@ConditionalOnClass({JdbcClient.class, PlatformTransactionManager.class})
public class AccessLogDefaults {

    @Bean
    AccessLog accessLog(JdbcClient rows, Ids ids, Clock clock) {
        return new AccessLog(rows, ids, clock);
    }

    @Bean
    Seal seal(Keeper keeper, Outbox outbox) {
        return new Seal(keeper, outbox);
    }

    @Bean
    Regularly sealing(Keeper keeper, Seal seal) {
        return new Regularly(keeper, "seal-access-log", Duration.ofSeconds(10), seal::everyLog);
    }
}
