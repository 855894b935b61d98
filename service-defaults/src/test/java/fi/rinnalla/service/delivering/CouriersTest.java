package fi.rinnalla.service.delivering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import tools.jackson.databind.json.JsonMapper;

/** Each courier with whom it hands the message to: a mail server, a gateway of text messages, a file. */
class CouriersTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static Message message(Way way, String address) {
        return new Message(new UUID(1, 2), new Address(way, address), "Sinulle on viesti", "Hyvää päivää: ääkköset");
    }

    @Test
    void anEmailReachesTheMailboxWithItsIdAndItsLetters() throws Exception {
        var server = new GreenMail(ServerSetup.SMTP.dynamicPort());
        server.start();
        try {
            var mail = new JavaMailSenderImpl();
            mail.setHost("localhost");
            mail.setPort(server.getSmtp().getPort());
            new MailCourier(mail, "rinnalla@example.fi").carry(message(Way.EMAIL, "sari@example.fi"));
            var received = server.getReceivedMessages()[0];
            assertThat(received.getSubject()).isEqualTo("Sinulle on viesti");
            assertThat(received.getContent().toString()).contains("ääkköset");
            assertThat(received.getAllRecipients()[0].toString()).isEqualTo("sari@example.fi");
            assertThat(received.getHeader("Message-ID")).containsExactly("<" + new UUID(1, 2) + "@rinnalla>");
        } finally {
            server.stop();
        }
    }

    @Test
    void aMailServerThatIsAwayIsSaidAsSuch() {
        var mail = new JavaMailSenderImpl();
        mail.setHost("localhost");
        mail.setPort(1);
        assertThatThrownBy(
                        () -> new MailCourier(mail, "rinnalla@example.fi").carry(message(Way.EMAIL, "sari@example.fi")))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aTextMessageGoesToTheGatewayAndARefusalIsNoticed() throws Exception {
        var heard = new ArrayList<String>();
        var gateway = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        gateway.createContext("/", exchange -> {
            heard.add(exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(heard.size() == 1 ? 202 : 503, -1);
            exchange.close();
        });
        gateway.start();
        try {
            var courier = new TextMessageCourier(
                    URI.create("http://localhost:" + gateway.getAddress().getPort()), "avain", JSON);
            courier.carry(message(Way.TEXT_MESSAGE, "0405551234"));
            assertThat(heard.getFirst())
                    .startsWith("Bearer avain")
                    .contains("0405551234", "ääkköset", new UUID(1, 2).toString());
            assertThatThrownBy(() -> courier.carry(message(Way.TEXT_MESSAGE, "0405551234")))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("503");
        } finally {
            gateway.stop(0);
        }
    }

    @Test
    void aFileGetsALineForEachMessage(@TempDir Path folder) throws IOException {
        var file = folder.resolve("new/messages.jsonl");
        var courier = new FileCourier(file, JSON);
        courier.carry(message(Way.EMAIL, "sari@example.fi"));
        courier.carry(message(Way.TEXT_MESSAGE, "0405551234"));
        assertThat(Files.readAllLines(file)).hasSize(2).first().asString().contains("sari@example.fi", "ääkköset");
    }
}
