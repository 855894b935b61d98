@NullMarked
package fi.rinnalla.event.plan;

import org.jspecify.annotations.NullMarked;
