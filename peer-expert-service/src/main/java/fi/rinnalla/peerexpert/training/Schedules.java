package fi.rinnalla.peerexpert.training;

import fi.rinnalla.service.operating.Regularly;
import fi.rinnalla.service.rows.Keeper;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens by itself. */
@Configuration("trainingSchedules")
class Schedules {

    @Bean
    Regularly remindingOfRenewal(Keeper keeper, RemindOfRenewal remind) {
        return new Regularly(keeper, "remind-of-renewal", Duration.ofHours(6), remind::whoeverIsDue);
    }
}
