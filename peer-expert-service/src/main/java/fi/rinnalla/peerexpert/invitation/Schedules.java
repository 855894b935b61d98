package fi.rinnalla.peerexpert.invitation;

import fi.rinnalla.service.operating.Regularly;
import fi.rinnalla.service.rows.Keeper;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens by itself. */
@Configuration("invitationSchedules")
class Schedules {

    @Bean
    Regularly expiringInvitations(Keeper keeper, ExpireInvitations expire) {
        return new Regularly(keeper, "expire-invitations", Duration.ofSeconds(30), expire::whateverIsOver);
    }
}
