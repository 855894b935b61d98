@NullMarked
package fi.rinnalla.service.time;

import org.jspecify.annotations.NullMarked;
