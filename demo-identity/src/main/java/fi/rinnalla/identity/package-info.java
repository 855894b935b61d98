@NullMarked
package fi.rinnalla.identity;

import org.jspecify.annotations.NullMarked;
