package fi.rinnalla.testing;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Tells a service where the tests' PostgreSQL and Kafka are, as {@code @ServiceConnection} would: in containers or
 * embedded, it is the same. That annotation would also log the service in as the container's superuser, for whom no
 * row-level security holds; here it stays the plain role that it is in use.
 */
@TestConfiguration(proxyBeanMethods = false)
public class RealInfrastructure {

    @Bean
    JdbcConnectionDetails database(
            @Value("${rinnalla.database}") String database, @Value("${spring.datasource.username}") String plainRole) {
        return new JdbcConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return Infrastructure.running().jdbcUrl(database);
            }

            @Override
            public String getUsername() {
                return plainRole;
            }

            @Override
            public String getPassword() {
                return ""; // the tests' PostgreSQL trusts whoever says a name
            }
        };
    }

    @Bean
    KafkaConnectionDetails kafka() {
        return () -> List.of(Infrastructure.running().kafka());
    }
}
