@NullMarked
package fi.rinnalla.session.time;

import org.jspecify.annotations.NullMarked;
