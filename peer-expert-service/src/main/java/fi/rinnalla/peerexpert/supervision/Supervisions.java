package fi.rinnalla.peerexpert.supervision;

import fi.rinnalla.service.keeping.Documents;
import fi.rinnalla.service.keeping.Keeping;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

@Repository
class Supervisions extends Documents<Supervision> {

    Supervisions(Keeping keeping) {
        super("supervision", Supervision.class, keeping);
    }

    Optional<Supervision> changeOf(UUID peerExpert) {
        return where("peer_expert = ? FOR UPDATE", peerExpert).stream().findFirst();
    }
}
