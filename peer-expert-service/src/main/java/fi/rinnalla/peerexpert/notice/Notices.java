package fi.rinnalla.peerexpert.notice;

import fi.rinnalla.service.delivering.Messages;
import fi.rinnalla.service.rows.Ids;
import fi.rinnalla.service.time.Helsinki;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells people what concerns them, here and where they wish to be reached. A notice names a thing and never another person.
 */
@Component
public class Notices {

    static final String FOLDER = "/notice";

    private final JdbcClient rows;
    private final Reach reach;
    private final Messages messages;
    private final Ids ids;
    private final Clock clock;
    private final String publicAddress;

    Notices(
            JdbcClient rows,
            Reach reach,
            Messages messages,
            Ids ids,
            Clock clock,
            @Value("${rinnalla.delivering.public-address}") String publicAddress) {
        this.rows = rows;
        this.reach = reach;
        this.messages = messages;
        this.ids = ids;
        this.clock = clock;
        this.publicAddress = publicAddress;
    }

    /** To one person. */
    public void tell(String login, NoticeKind kind, UUID about) {
        tell(login, kind, about, "/");
    }

    /** @param path of the page that a message leads to */
    public void tell(String login, NoticeKind kind, UUID about, String path) {
        insert(login, kind, about);
        reach.of(login).ifPresent(wish -> {
            var texts = wish.language().texts(FOLDER);
            messages.post(
                    wish.address(),
                    texts.getProperty("message.subject"),
                    texts.getProperty(kind.slug()) + "\n" + publicAddress + path);
        });
    }

    public void tellCoordinators(NoticeKind kind, UUID about) {
        insert(null, kind, about);
    }

    /** Where they wished to be told is forgotten. */
    public void forget(String login) {
        reach.forget(login);
    }

    private void insert(@Nullable String login, NoticeKind kind, UUID about) {
        rows.sql("INSERT INTO notice (id, login, kind, about, day) VALUES (?, ?, ?, ?, ?)")
                .params(Arrays.<@Nullable Object>asList(
                        ids.get(),
                        login,
                        kind.slug(),
                        about,
                        Helsinki.today(clock).toString()))
                .update();
    }

    /** Whether it was told before. */
    public boolean wasTold(String login, NoticeKind kind, UUID about, LocalDate since) {
        return !rows.sql("SELECT FROM notice WHERE login = ? AND kind = ? AND about = ? AND day >= ? LIMIT 1")
                .params(login, kind.slug(), about, since.toString())
                .query()
                .listOfRows()
                .isEmpty();
    }
}
