@NullMarked
package fi.rinnalla.peerexpert.matching;

import org.jspecify.annotations.NullMarked;
