/** Figures that are out. */
@NullMarked
package fi.rinnalla.event.aggregate;

import org.jspecify.annotations.NullMarked;
