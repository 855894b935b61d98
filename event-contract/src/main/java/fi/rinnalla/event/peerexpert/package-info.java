@NullMarked
package fi.rinnalla.event.peerexpert;

import org.jspecify.annotations.NullMarked;
