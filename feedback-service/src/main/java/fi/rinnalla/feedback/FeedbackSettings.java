package fi.rinnalla.feedback;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What an installation may set.
 *
 * @param minGroupSize  fewest answers of which a figure is shown; 5 or more, a smaller number stops the start
 * @param releaseEvery  how often answers that are enough together are released
 * @param publicAddress where clients reach the gateway; answer links begin with it
 */
@ConfigurationProperties("rinnalla.feedback")
public record FeedbackSettings(int minGroupSize, Duration releaseEvery, String publicAddress) {

    private static final int NEVER_LOWER = 5;

    public FeedbackSettings {
        if (minGroupSize < NEVER_LOWER) {
            throw new IllegalArgumentException("rinnalla.feedback.min-group-size is " + minGroupSize
                    + ": fewer than " + NEVER_LOWER + " people can be found in a figure, and it is never lower");
        }
    }
}
