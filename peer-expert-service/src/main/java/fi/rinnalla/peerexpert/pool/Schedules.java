package fi.rinnalla.peerexpert.pool;

import fi.rinnalla.service.operating.Regularly;
import fi.rinnalla.service.rows.Keeper;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens by itself. */
@Configuration("poolSchedules")
class Schedules {

    @Bean
    Regularly askingReadiness(Keeper keeper, AskReadiness ask) {
        return new Regularly(keeper, "ask-readiness", Duration.ofHours(1), ask::whoeverIsDue);
    }
}
