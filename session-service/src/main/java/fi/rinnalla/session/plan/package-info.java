@NullMarked
package fi.rinnalla.session.plan;

import org.jspecify.annotations.NullMarked;
