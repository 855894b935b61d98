package fi.rinnalla.session.commitment;

import fi.rinnalla.service.keeping.Documents;
import fi.rinnalla.service.keeping.Keeping;
import org.springframework.stereotype.Repository;

/** Where promises are kept. */
@Repository
class Commitments extends Documents<Commitment> {

    Commitments(Keeping keeping) {
        super("commitment", Commitment.class, keeping);
    }
}
