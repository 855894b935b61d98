package fi.rinnalla.feedback.path;

import fi.rinnalla.feedback.FeedbackSettings;
import fi.rinnalla.service.operating.Regularly;
import fi.rinnalla.service.rows.Keeper;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens by itself. */
@Configuration("pathSchedules")
class Schedules {

    @Bean
    Regularly releasingPaths(Keeper keeper, ReleasePaths release, FeedbackSettings settings) {
        return new Regularly(keeper, "release-paths", settings.releaseEvery(), release::whateverIsEnough);
    }
}
