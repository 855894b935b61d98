@NullMarked
package fi.rinnalla.peerexpert.training;

import org.jspecify.annotations.NullMarked;
