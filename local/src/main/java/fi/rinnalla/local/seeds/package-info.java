@NullMarked
package fi.rinnalla.local.seeds;

import org.jspecify.annotations.NullMarked;
