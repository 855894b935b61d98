package fi.rinnalla.peerexpert.matching;

import java.util.Locale;

/** Why somebody is not suggested: what may be told of it. Whatever is their own affair reads alike. */
enum Rule {
    /** Paused, not consenting, unable, over a limit of their own, never with that person: nobody is told which. */
    NOT_AVAILABLE,
    BUSY,
    ASKED_ENOUGH,
    LANGUAGE,
    TRAINING,
    ROLE,
    DISTANCE;

    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
