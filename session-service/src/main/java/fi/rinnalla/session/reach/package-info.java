@NullMarked
package fi.rinnalla.session.reach;

import org.jspecify.annotations.NullMarked;
