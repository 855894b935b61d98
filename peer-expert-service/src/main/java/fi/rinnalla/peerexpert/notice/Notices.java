package fi.rinnalla.peerexpert.notice;

import fi.rinnalla.service.rows.Ids;
import fi.rinnalla.service.time.Helsinki;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells people what concerns them. A notice names a thing and never another person. */
@Component
public class Notices {

    private final JdbcClient rows;
    private final Ids ids;
    private final Clock clock;

    Notices(JdbcClient rows, Ids ids, Clock clock) {
        this.rows = rows;
        this.ids = ids;
        this.clock = clock;
    }

    /** To one person. */
    public void tell(String login, NoticeKind kind, UUID about) {
        insert(login, kind, about);
    }

    public void tellCoordinators(NoticeKind kind, UUID about) {
        insert(null, kind, about);
    }

    private void insert(@Nullable String login, NoticeKind kind, UUID about) {
        rows.sql("INSERT INTO notice (id, login, kind, about, day) VALUES (?, ?, ?, ?, ?)")
                .params(Arrays.<@Nullable Object>asList(
                        ids.get(), login, kind.slug(), about, Helsinki.today(clock).toString()))
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
