@NullMarked
package fi.rinnalla.peerexpert.hearing;

import org.jspecify.annotations.NullMarked;
