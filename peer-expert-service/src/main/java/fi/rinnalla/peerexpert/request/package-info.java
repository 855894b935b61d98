@NullMarked
package fi.rinnalla.peerexpert.request;

import org.jspecify.annotations.NullMarked;
