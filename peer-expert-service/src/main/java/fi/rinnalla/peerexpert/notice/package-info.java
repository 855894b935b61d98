@NullMarked
package fi.rinnalla.peerexpert.notice;

import org.jspecify.annotations.NullMarked;
