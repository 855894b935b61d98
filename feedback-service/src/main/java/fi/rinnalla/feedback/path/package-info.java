/** The service path (P32): which services somebody used, and which of them work. */
@NullMarked
package fi.rinnalla.feedback.path;

import org.jspecify.annotations.NullMarked;
