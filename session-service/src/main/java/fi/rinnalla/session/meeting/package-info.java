@NullMarked
package fi.rinnalla.session.meeting;

import org.jspecify.annotations.NullMarked;
