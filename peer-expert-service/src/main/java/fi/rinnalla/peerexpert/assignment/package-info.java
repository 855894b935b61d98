@NullMarked
package fi.rinnalla.peerexpert.assignment;

import org.jspecify.annotations.NullMarked;
