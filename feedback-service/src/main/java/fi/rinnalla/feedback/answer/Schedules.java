package fi.rinnalla.feedback.answer;

import fi.rinnalla.feedback.FeedbackSettings;
import fi.rinnalla.feedback.Period;
import fi.rinnalla.service.operating.Regularly;
import fi.rinnalla.service.rows.Keeper;
import fi.rinnalla.service.time.Helsinki;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens by itself: answers are released; expired links, sent forms and who was asked lately are forgotten. */
@Configuration
class Schedules {

    @Bean
    Regularly releasing(Keeper keeper, Release release, FeedbackSettings settings) {
        return new Regularly(keeper, "release-answers", settings.releaseEvery(), release::whateverIsEnough);
    }

    @Bean
    Regularly forgettingExpiredLinks(Keeper keeper, Clock clock) {
        return new Regularly(
                keeper,
                "forget-expired-links",
                Duration.ofHours(1),
                () -> keeper.rows()
                        .sql("DELETE FROM ask WHERE expires_on <= ?")
                        .param(Helsinki.today(clock))
                        .update());
    }

    @Bean
    Regularly forgettingWhoWasAsked(Keeper keeper, Clock clock) {
        return new Regularly(keeper, "forget-who-was-asked", Duration.ofHours(1), () -> {
            keeper.rows()
                    .sql("DELETE FROM asked_lately WHERE until <= ?")
                    .param(Helsinki.today(clock))
                    .update();
            keeper.rows()
                    .sql("DELETE FROM door_form WHERE week < ?")
                    .param(Period.Week.of(Helsinki.today(clock).minusWeeks(2)).toString())
                    .update();
        });
    }
}
