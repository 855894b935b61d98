@NullMarked
package fi.rinnalla.benchmarks;

import org.jspecify.annotations.NullMarked;
