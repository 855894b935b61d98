@NullMarked
package fi.rinnalla.session.workshop;

import org.jspecify.annotations.NullMarked;
