@NullMarked
package fi.rinnalla.session.circulating;

import org.jspecify.annotations.NullMarked;
