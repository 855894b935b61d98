@NullMarked
package fi.rinnalla.event.idea;

import org.jspecify.annotations.NullMarked;
