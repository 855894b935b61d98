@NullMarked
package fi.rinnalla.service.answering;

import org.jspecify.annotations.NullMarked;
