package fi.rinnalla.feedback.bad;

/** A bad example: one service that uses another's class. */
class Peeking {
    fi.rinnalla.session.bad.Plan plan = new fi.rinnalla.session.bad.Plan();
}
