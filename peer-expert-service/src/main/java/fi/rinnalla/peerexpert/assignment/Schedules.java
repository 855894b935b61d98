package fi.rinnalla.peerexpert.assignment;

import fi.rinnalla.service.operating.Regularly;
import fi.rinnalla.service.rows.Keeper;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens by itself. */
@Configuration("assignmentSchedules")
class Schedules {

    @Bean
    Regularly askingBeforeTasks(Keeper keeper, AskBeforeTask ask) {
        return new Regularly(keeper, "ask-before-tasks", Duration.ofHours(1), ask::whoeverHasOneSoon);
    }
}
