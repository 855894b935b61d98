@NullMarked
package fi.rinnalla.peerexpert.supervision;

import org.jspecify.annotations.NullMarked;
