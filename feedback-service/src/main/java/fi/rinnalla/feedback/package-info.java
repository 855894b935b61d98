@NullMarked
package fi.rinnalla.feedback;

import org.jspecify.annotations.NullMarked;
