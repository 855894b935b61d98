package fi.rinnalla.session.need;

import fi.rinnalla.service.keeping.Documents;
import fi.rinnalla.service.keeping.Keeping;
import org.springframework.stereotype.Repository;

/** Where unmet needs are kept. */
@Repository
class Needs extends Documents<Need> {

    Needs(Keeping keeping) {
        super("unmet_need", Need.class, keeping);
    }
}
