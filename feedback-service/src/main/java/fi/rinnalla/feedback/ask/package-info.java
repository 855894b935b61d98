@NullMarked
package fi.rinnalla.feedback.ask;

import org.jspecify.annotations.NullMarked;
