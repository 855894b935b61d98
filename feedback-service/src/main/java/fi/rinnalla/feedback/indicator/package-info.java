@NullMarked
package fi.rinnalla.feedback.indicator;

import org.jspecify.annotations.NullMarked;
