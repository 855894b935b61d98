package fi.rinnalla.service.rows;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whose rows: the two ways into the database, and the transaction that knows its organisation. */
@AutoConfiguration(
        after = {DataSourceAutoConfiguration.class, JdbcClientAutoConfiguration.class},
        before = DataSourceTransactionManagerAutoConfiguration.class)
@ConditionalOnClass({JdbcClient.class, PlatformTransactionManager.class})
@EnableConfigurationProperties(Keeper.Settings.class)
public class RowsDefaults {

    @Bean
    PlatformTransactionManager transactionManager(DataSource service) {
        return new OrganisationTransactions(service);
    }

    @Bean
    TransactionTemplate transactionTemplate(PlatformTransactionManager transactions) {
        return new TransactionTemplate(transactions);
    }

    @Bean
    Keeper keeper(JdbcConnectionDetails database, Keeper.Settings settings) {
        return new Keeper(database.getJdbcUrl(), settings);
    }

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Ids ids() {
        return new Ids();
    }

    @Bean
    OnBehalf onBehalf(TransactionTemplate transaction) {
        return new OnBehalf(transaction);
    }

    @Bean
    BySecret bySecret(JdbcClient rows, TransactionTemplate transaction) {
        return new BySecret(rows, transaction);
    }

    @Bean
    ApplicationRunner plainRole(JdbcClient rows) {
        return arguments -> PlainRole.check(rows);
    }
}
