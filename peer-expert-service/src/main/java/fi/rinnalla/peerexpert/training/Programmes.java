package fi.rinnalla.peerexpert.training;

import fi.rinnalla.service.keeping.Documents;
import fi.rinnalla.service.keeping.Keeping;
import org.springframework.stereotype.Repository;

@Repository
class Programmes extends Documents<Programme> {

    Programmes(Keeping keeping) {
        super("programme", Programme.class, keeping);
    }
}
