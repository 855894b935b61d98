@NullMarked
package fi.rinnalla.event.accesslog;

import org.jspecify.annotations.NullMarked;
