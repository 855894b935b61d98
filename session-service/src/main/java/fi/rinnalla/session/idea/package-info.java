@NullMarked
package fi.rinnalla.session.idea;

import org.jspecify.annotations.NullMarked;
