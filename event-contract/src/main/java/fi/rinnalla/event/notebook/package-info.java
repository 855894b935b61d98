@NullMarked
package fi.rinnalla.event.notebook;

import org.jspecify.annotations.NullMarked;
