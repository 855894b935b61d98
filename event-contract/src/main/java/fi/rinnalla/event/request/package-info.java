@NullMarked
package fi.rinnalla.event.request;

import org.jspecify.annotations.NullMarked;
