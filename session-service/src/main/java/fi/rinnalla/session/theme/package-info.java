/** Themes of feedback that the feedback-service has named: a revision or an idea can answer one. */
@NullMarked
package fi.rinnalla.session.theme;

import org.jspecify.annotations.NullMarked;
