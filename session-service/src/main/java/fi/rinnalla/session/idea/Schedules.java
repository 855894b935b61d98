package fi.rinnalla.session.idea;

import fi.rinnalla.service.operating.Regularly;
import fi.rinnalla.service.rows.Keeper;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens by itself. */
@Configuration
class Schedules {

    @Bean
    Regularly escalating(Keeper keeper, Escalate escalate) {
        return new Regularly(keeper, "escalate-late-answers", Duration.ofMinutes(10), escalate::whateverIsLate);
    }
}
