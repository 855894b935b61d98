package fi.rinnalla.feedback.indicator;

import fi.rinnalla.feedback.FeedbackSettings;
import fi.rinnalla.service.operating.Regularly;
import fi.rinnalla.service.rows.Keeper;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens by itself. */
@Configuration("indicatorSchedules")
class Schedules {

    /** It looks at all facts: where they are many it must not take the database from those who read. */
    private static final int REST = 10;

    @Bean
    Regularly releasingFigures(Keeper keeper, ReleaseFigures release, FeedbackSettings settings) {
        return new Regularly(keeper, "release-figures", settings.releaseFiguresEvery(), REST, release::whateverIsOver);
    }
}
