@NullMarked
package fi.rinnalla.feedback.words;

import org.jspecify.annotations.NullMarked;
