@NullMarked
package fi.rinnalla.peerexpert.asking;

import org.jspecify.annotations.NullMarked;
