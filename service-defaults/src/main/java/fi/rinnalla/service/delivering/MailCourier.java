package fi.rinnalla.service.delivering;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/** E-mails over SMTP. */
class MailCourier implements Courier {

    private final JavaMailSender mail;
    private final String from;

    MailCourier(JavaMailSender mail, String from) {
        this.mail = mail;
        this.from = from;
    }

    @Override
    public boolean carries(Way way) {
        return way == Way.EMAIL;
    }

    @Override
    public void carry(Message message) throws IOException {
        try {
            var letter = mail.createMimeMessage();
            var parts = new MimeMessageHelper(letter, StandardCharsets.UTF_8.name());
            parts.setFrom(from);
            parts.setTo(message.to().value());
            parts.setSubject(message.subject());
            parts.setText(message.text());
            named(letter, message);
            mail.send(letter);
        } catch (MessagingException | MailException failed) {
            throw new IOException(failed);
        }
    }

    /** The same id again lets mailboxes show it once. */
    private static void named(MimeMessage letter, Message message) throws MessagingException {
        letter.saveChanges();
        letter.setHeader("Message-ID", "<" + message.id() + "@rinnalla>");
    }
}
