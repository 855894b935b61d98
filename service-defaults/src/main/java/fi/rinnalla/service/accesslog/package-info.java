@NullMarked
package fi.rinnalla.service.accesslog;

import org.jspecify.annotations.NullMarked;
