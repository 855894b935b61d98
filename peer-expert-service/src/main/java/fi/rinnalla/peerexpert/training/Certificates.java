package fi.rinnalla.peerexpert.training;

import fi.rinnalla.service.keeping.Documents;
import fi.rinnalla.service.keeping.Keeping;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Repository;

@Repository
class Certificates extends Documents<Certificate> {

    Certificates(Keeping keeping) {
        super("certificate", Certificate.class, keeping);
    }

    List<Certificate> of(UUID peerExpert) {
        return where("peer_expert = ? ORDER BY id", peerExpert);
    }

    /** Those that run out within this time. */
    List<Certificate> endingBy(LocalDate today, LocalDate day) {
        return where(
                "valid_until >= ? AND valid_until <= ? ORDER BY valid_until, id", today.toString(), day.toString());
    }
}
