/** Real database, real broker, signed tokens and an ear on Kafka, for tests. */
@NullMarked
package fi.rinnalla.testing;

import org.jspecify.annotations.NullMarked;
