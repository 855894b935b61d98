@NullMarked
package fi.rinnalla.session.client;

import org.jspecify.annotations.NullMarked;
