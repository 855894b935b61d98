/** PostgreSQL and Kafka without Docker, for {@code ./rinnalla up} and for the tests alike. */
@NullMarked
package fi.rinnalla.local.infrastructure;

import org.jspecify.annotations.NullMarked;
