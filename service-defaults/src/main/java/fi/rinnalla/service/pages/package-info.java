@NullMarked
package fi.rinnalla.service.pages;

import org.jspecify.annotations.NullMarked;
