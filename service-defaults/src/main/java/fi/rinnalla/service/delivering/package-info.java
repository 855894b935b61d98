/** How a message reaches somebody outside: kept sealed until it has left, sent again after trouble, then forgotten. */
@NullMarked
package fi.rinnalla.service.delivering;

import org.jspecify.annotations.NullMarked;
