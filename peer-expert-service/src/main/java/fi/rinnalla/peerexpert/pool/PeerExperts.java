package fi.rinnalla.peerexpert.pool;

import fi.rinnalla.service.answering.NotFound;
import fi.rinnalla.service.asking.Caller;
import fi.rinnalla.service.keeping.Documents;
import fi.rinnalla.service.keeping.Keeping;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** The organisation's pool. */
@Repository
public class PeerExperts extends Documents<PeerExpert> {

    PeerExperts(Keeping keeping) {
        super("peer_expert", PeerExpert.class, keeping);
    }

    public Optional<PeerExpert> named(String login) {
        return where("login = ?", login).stream().findFirst();
    }

    /** Whoever asks, as a peer expert. */
    public PeerExpert me(Caller caller) {
        return named(caller.login()).orElseThrow(NotFound::new);
    }

    /** Whoever asks, to be changed. */
    public PeerExpert changeMe(Caller caller) {
        return change(me(caller).id());
    }

    /** Everybody who may be suggested for something, in a fixed order. */
    public List<PeerExpert> whoCouldCome() {
        return where(
                "NOT coalesce((document->>'protectedPerson')::boolean, false) AND document->>'leftOn' IS NULL ORDER BY id");
    }
}
