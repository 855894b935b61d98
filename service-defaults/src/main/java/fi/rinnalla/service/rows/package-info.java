@NullMarked
package fi.rinnalla.service.rows;

import org.jspecify.annotations.NullMarked;
