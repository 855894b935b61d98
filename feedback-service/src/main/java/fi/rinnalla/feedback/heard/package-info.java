@NullMarked
package fi.rinnalla.feedback.heard;

import org.jspecify.annotations.NullMarked;
