@NullMarked
package fi.rinnalla.event.claim;

import org.jspecify.annotations.NullMarked;
