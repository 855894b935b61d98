@NullMarked
package fi.rinnalla.event.need;

import org.jspecify.annotations.NullMarked;
