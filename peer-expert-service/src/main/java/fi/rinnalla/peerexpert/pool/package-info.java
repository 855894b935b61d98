@NullMarked
package fi.rinnalla.peerexpert.pool;

import org.jspecify.annotations.NullMarked;
