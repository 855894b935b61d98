@NullMarked
package fi.rinnalla.event.feedback;

import org.jspecify.annotations.NullMarked;
