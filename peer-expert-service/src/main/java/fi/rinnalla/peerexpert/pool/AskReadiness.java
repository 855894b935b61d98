package fi.rinnalla.peerexpert.pool;

import fi.rinnalla.peerexpert.notice.NoticeKind;
import fi.rinnalla.peerexpert.notice.Notices;
import fi.rinnalla.service.rows.Keeper;
import fi.rinnalla.service.rows.OnBehalf;
import fi.rinnalla.service.time.Helsinki;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Asks again whether it is a good time, at the interval that each has chosen. */
@Component
class AskReadiness {

    private final Keeper keeper;
    private final PeerExperts peerExperts;
    private final Notices notices;
    private final OnBehalf onBehalf;
    private final Clock clock;

    AskReadiness(Keeper keeper, PeerExperts peerExperts, Notices notices, OnBehalf onBehalf, Clock clock) {
        this.keeper = keeper;
        this.peerExperts = peerExperts;
        this.notices = notices;
        this.onBehalf = onBehalf;
        this.clock = clock;
    }

    void whoeverIsDue() {
        var today = Helsinki.today(clock);
        keeper.rows()
                .sql("SELECT DISTINCT organisation FROM peer_expert")
                .query(String.class)
                .list()
                .forEach(organisation -> onBehalf.of(organisation, () -> {
                    peerExperts.whoCouldCome().stream()
                            .filter(peer -> peer.isToBeAsked(today))
                            .filter(peer -> !notices.wasTold(
                                    peer.login(),
                                    NoticeKind.READINESS_ASKED,
                                    peer.id(),
                                    today.minusDays(peer.askEveryDays() - 1L)))
                            .forEach(peer -> notices.tell(peer.login(), NoticeKind.READINESS_ASKED, peer.id()));
                }));
    }
}
