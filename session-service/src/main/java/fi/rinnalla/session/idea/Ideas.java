package fi.rinnalla.session.idea;

import static fi.rinnalla.service.asking.UserRole.COORDINATOR;
import static fi.rinnalla.service.asking.UserRole.MANAGER;
import static fi.rinnalla.service.asking.UserRole.PROFESSIONAL;

import fi.rinnalla.service.asking.Caller;
import fi.rinnalla.service.keeping.Documents;
import fi.rinnalla.service.keeping.Keeping;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/** Where ideas are kept. */
@Repository
public class Ideas extends Documents<Idea> {

    Ideas(Keeping keeping) {
        super("idea", Idea.class, keeping);
    }

    /** Workers read the organisation's ideas, anybody else their own. */
    public boolean isThereFor(UUID idea, Caller caller) {
        return find(idea)
                .filter(one -> seesAll(caller) || one.wasProposedBy(caller.login()))
                .isPresent();
    }

    static boolean seesAll(Caller caller) {
        return caller.is(PROFESSIONAL, COORDINATOR, MANAGER);
    }

    Optional<Idea> withCode(String hash) {
        return where(
                        "document @> jsonb_build_object('proposers', jsonb_build_array(jsonb_build_object('codeHash', ?::text))) "
                                + "AND state NOT IN ('joined', 'divided')",
                        hash)
                .stream()
                .findFirst();
    }
}
