@NullMarked
package fi.rinnalla.service.keeping;

import org.jspecify.annotations.NullMarked;
