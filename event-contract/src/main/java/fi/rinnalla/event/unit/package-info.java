@NullMarked
package fi.rinnalla.event.unit;

import org.jspecify.annotations.NullMarked;
