package fi.rinnalla.feedback.answer;

import fi.rinnalla.feedback.FeedbackSettings;
import fi.rinnalla.service.time.Helsinki;
import fi.rinnalla.service.operating.Regularly;
import fi.rinnalla.service.pages.Pages;
import fi.rinnalla.service.rows.Keeper;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pages for clients, and what happens by itself: answers are released, expired links are forgotten. */
@Configuration
class Schedules {

    @Bean
    Pages answerPages() {
        return new Pages("/answer", "question", "thanks", "closed", "receipt");
    }

    @Bean
    Regularly releasing(Keeper keeper, Release release, FeedbackSettings settings) {
        return new Regularly(keeper, "release-answers", settings.releaseEvery(), release::whateverIsEnough);
    }

    @Bean
    Regularly forgettingExpiredLinks(Keeper keeper, Clock clock) {
        return new Regularly(keeper, "forget-expired-links", Duration.ofHours(1), () -> keeper.rows()
                .sql("DELETE FROM ask WHERE expires_on <= ?")
                .param(Helsinki.today(clock))
                .update());
    }
}
