package fi.rinnalla.service.leaving;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How events leave.
 *
 * @param batch     rows sent before they are marked together
 * @param poll      how often the relay looks without being woken: the net under the waking
 * @param relaying  false where another process relays, and in tests of crash points
 */
@ConfigurationProperties("rinnalla.leaving")
record LeavingSettings(
        @DefaultValue("1000") int batch,
        @DefaultValue("100ms") Duration poll,
        @DefaultValue("true") boolean relaying) {}
