package fi.rinnalla.service.delivering;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How messages leave. E-mails go over SMTP once {@code spring.mail.host} is set.
 *
 * @param file               into which messages are written that nothing else carries
 * @param from               whose e-mails they are
 * @param textMessageGateway takes text messages over HTTP; absent where there is none
 * @param textMessageToken   that the gateway asks for
 * @param secret             under which messages and addresses are sealed
 * @param salt               of its key, hexadecimal digits
 */
@ConfigurationProperties("rinnalla.delivering")
record DeliveringSettings(
        @DefaultValue("1s") Duration every,
        Path file,
        @DefaultValue("rinnalla@localhost") String from,
        @Nullable URI textMessageGateway,
        @DefaultValue("") String textMessageToken,
        String secret,
        String salt) {}
