package fi.rinnalla.peerexpert.shift;

import fi.rinnalla.service.keeping.Documents;
import fi.rinnalla.service.keeping.Keeping;
import org.springframework.stereotype.Repository;

@Repository
class Shifts extends Documents<Shift> {

    Shifts(Keeping keeping) {
        super("shift", Shift.class, keeping);
    }

    boolean isFirstOf(String login) {
        return where("document->'hosts' @> to_jsonb(?::text) LIMIT 1", login).isEmpty();
    }
}
