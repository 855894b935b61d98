package fi.rinnalla.peerexpert.asking;

import fi.rinnalla.service.keeping.Documents;
import fi.rinnalla.service.keeping.Keeping;
import java.util.List;
import org.springframework.stereotype.Repository;

@Repository
class Askings extends Documents<Asking> {

    Askings(Keeping keeping) {
        super("asking", Asking.class, keeping);
    }

    List<Asking> to(String client) {
        return where("client = ? ORDER BY id DESC", client);
    }
}
