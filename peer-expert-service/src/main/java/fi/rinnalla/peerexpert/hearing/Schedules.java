package fi.rinnalla.peerexpert.hearing;

import fi.rinnalla.service.operating.Regularly;
import fi.rinnalla.service.rows.Keeper;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens by itself. */
@Configuration("hearingSchedules")
class Schedules {

    @Bean
    Regularly followingMeetings(Keeper keeper, FollowMeetings follow) {
        return new Regularly(keeper, "follow-meetings", Duration.ofMillis(200), follow::whateverWasHeard);
    }
}
