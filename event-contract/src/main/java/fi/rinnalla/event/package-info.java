/** What travels on Kafka, and nothing else: no logic, no Java names on the wire, no personal data. */
@NullMarked
package fi.rinnalla.event;

import org.jspecify.annotations.NullMarked;
