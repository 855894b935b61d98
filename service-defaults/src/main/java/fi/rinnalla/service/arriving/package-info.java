@NullMarked
package fi.rinnalla.service.arriving;

import org.jspecify.annotations.NullMarked;
