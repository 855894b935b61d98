@NullMarked
package fi.rinnalla.session.need;

import org.jspecify.annotations.NullMarked;
