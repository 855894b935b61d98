package fi.rinnalla.session.bad;

/** A bad example: a name that says nothing. */
class PlanHelper {}
