@NullMarked
package fi.rinnalla.event.meeting;

import org.jspecify.annotations.NullMarked;
