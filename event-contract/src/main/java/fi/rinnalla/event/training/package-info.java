@NullMarked
package fi.rinnalla.event.training;

import org.jspecify.annotations.NullMarked;
