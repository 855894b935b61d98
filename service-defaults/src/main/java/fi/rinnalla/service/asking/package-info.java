@NullMarked
package fi.rinnalla.service.asking;

import org.jspecify.annotations.NullMarked;
