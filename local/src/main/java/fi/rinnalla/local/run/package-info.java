@NullMarked
package fi.rinnalla.local.run;

import org.jspecify.annotations.NullMarked;
