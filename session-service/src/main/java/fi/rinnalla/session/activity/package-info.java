@NullMarked
package fi.rinnalla.session.activity;

import org.jspecify.annotations.NullMarked;
