package fi.rinnalla.session.bad;

/** What makes {@link Plan} an aggregate. */
class Plans {}
