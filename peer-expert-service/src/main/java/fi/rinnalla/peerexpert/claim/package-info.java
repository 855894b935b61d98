@NullMarked
package fi.rinnalla.peerexpert.claim;

import org.jspecify.annotations.NullMarked;
