@NullMarked
package fi.rinnalla.session.commitment;

import org.jspecify.annotations.NullMarked;
