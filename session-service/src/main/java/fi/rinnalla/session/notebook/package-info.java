@NullMarked
package fi.rinnalla.session.notebook;

import org.jspecify.annotations.NullMarked;
