/** An organisation leaves: what was asked in its name ends, and everybody concerned hears of it. */
@NullMarked
package fi.rinnalla.peerexpert.departure;

import org.jspecify.annotations.NullMarked;
