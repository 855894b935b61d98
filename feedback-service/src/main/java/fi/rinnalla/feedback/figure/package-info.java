@NullMarked
package fi.rinnalla.feedback.figure;

import org.jspecify.annotations.NullMarked;
