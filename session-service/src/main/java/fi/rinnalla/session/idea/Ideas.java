package fi.rinnalla.session.idea;

import fi.rinnalla.service.keeping.Documents;
import fi.rinnalla.service.keeping.Keeping;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Where ideas are kept. */
@Repository
class Ideas extends Documents<Idea> {

    Ideas(Keeping keeping) {
        super("idea", Idea.class, keeping);
    }

    Optional<Idea> withCode(String hash) {
        return where("document @> jsonb_build_object('proposers', jsonb_build_array(jsonb_build_object('codeHash', ?::text))) "
                        + "AND state NOT IN ('joined', 'divided')", hash)
                .stream()
                .findFirst();
    }
}
