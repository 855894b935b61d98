@NullMarked
package fi.rinnalla.peerexpert.invitation;

import org.jspecify.annotations.NullMarked;
