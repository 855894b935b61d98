@NullMarked
package fi.rinnalla.peerexpert.task;

import org.jspecify.annotations.NullMarked;
