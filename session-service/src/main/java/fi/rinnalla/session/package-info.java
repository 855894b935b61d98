@NullMarked
package fi.rinnalla.session;

import org.jspecify.annotations.NullMarked;
