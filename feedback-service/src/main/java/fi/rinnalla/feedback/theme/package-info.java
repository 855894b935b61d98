/** What many wrote of, and what was done about it: "you said, we did". */
@NullMarked
package fi.rinnalla.feedback.theme;

import org.jspecify.annotations.NullMarked;
