@NullMarked
package fi.rinnalla.event.client;

import org.jspecify.annotations.NullMarked;
