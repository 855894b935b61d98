@NullMarked
package fi.rinnalla.peerexpert;

import org.jspecify.annotations.NullMarked;
