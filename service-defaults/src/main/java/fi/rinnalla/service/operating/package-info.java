@NullMarked
package fi.rinnalla.service.operating;

import org.jspecify.annotations.NullMarked;
