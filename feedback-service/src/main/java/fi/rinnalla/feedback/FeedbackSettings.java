package fi.rinnalla.feedback;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an installation may set.
 *
 * @param minGroupSize  fewest answers of which a figure is shown; 5 or more, a smaller number stops the start
 * @param releaseEvery  how often answers that are enough together are released
 * @param releaseFiguresEvery how often figures of periods that are over are looked at
 * @param organisationFiguresFor how long figures of a whole organisation are shown before they are counted again; none: each time
 * @param daysBetweenAsks for which somebody who wished to be remembered is not asked again
 * @param tabletShowsCodeFor how long the follow-up code stays on a shared tablet
 * @param publicAddress where clients reach the gateway; answer links begin with it
 */
@ConfigurationProperties("rinnalla.feedback")
public record FeedbackSettings(
        int minGroupSize,
        Duration releaseEvery,
        @DefaultValue("1h") Duration releaseFiguresEvery,
        @DefaultValue("10s") Duration organisationFiguresFor,
        @DefaultValue("30") int daysBetweenAsks,
        @DefaultValue("30s") Duration tabletShowsCodeFor,
        String publicAddress) {

    private static final int NEVER_LOWER = 5;

    public FeedbackSettings {
        if (minGroupSize < NEVER_LOWER) {
            throw new IllegalArgumentException("rinnalla.feedback.min-group-size is " + minGroupSize + ": fewer than "
                    + NEVER_LOWER + " people can be found in a figure, and it is never lower");
        }
    }
}
