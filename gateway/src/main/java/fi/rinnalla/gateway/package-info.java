@NullMarked
package fi.rinnalla.gateway;

import org.jspecify.annotations.NullMarked;
