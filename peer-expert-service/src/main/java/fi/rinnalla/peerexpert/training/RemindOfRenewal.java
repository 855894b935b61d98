package fi.rinnalla.peerexpert.training;

import fi.rinnalla.peerexpert.notice.NoticeKind;
import fi.rinnalla.peerexpert.notice.Notices;
import fi.rinnalla.peerexpert.pool.PeerExperts;
import fi.rinnalla.service.rows.Keeper;
import fi.rinnalla.service.rows.OnBehalf;
import fi.rinnalla.service.time.Helsinki;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Two months before a certificate runs out, its holder hears so, once. */
@Component
class RemindOfRenewal {

    private final Keeper keeper;
    private final Certificates certificates;
    private final PeerExperts peerExperts;
    private final Notices notices;
    private final OnBehalf onBehalf;
    private final Clock clock;

    RemindOfRenewal(
            Keeper keeper,
            Certificates certificates,
            PeerExperts peerExperts,
            Notices notices,
            OnBehalf onBehalf,
            Clock clock) {
        this.keeper = keeper;
        this.certificates = certificates;
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
                    certificates.endingBy(today, today.plusMonths(2)).forEach(one -> {
                        var login = peerExperts.get(one.peerExpert()).login();
                        if (!notices.wasTold(login, NoticeKind.CERTIFICATE_RENEWAL, one.id(), LocalDate.EPOCH)) {
                            notices.tell(login, NoticeKind.CERTIFICATE_RENEWAL, one.id());
                        }
                    });
                }));
    }
}
