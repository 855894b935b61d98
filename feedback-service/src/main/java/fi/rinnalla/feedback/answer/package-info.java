@NullMarked
package fi.rinnalla.feedback.answer;

import org.jspecify.annotations.NullMarked;
