@NullMarked
package fi.rinnalla.event.commitment;

import org.jspecify.annotations.NullMarked;
