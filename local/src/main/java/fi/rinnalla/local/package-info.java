/** The whole system in one command, without Docker. */
@NullMarked
package fi.rinnalla.local;

import org.jspecify.annotations.NullMarked;
