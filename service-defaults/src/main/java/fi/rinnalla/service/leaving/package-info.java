@NullMarked
package fi.rinnalla.service.leaving;

import org.jspecify.annotations.NullMarked;
