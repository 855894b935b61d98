@NullMarked
package fi.rinnalla.peerexpert.shift;

import org.jspecify.annotations.NullMarked;
