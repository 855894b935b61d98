/** Whether tests may use a container engine, and the images that docker-compose.yml names. */
@NullMarked
package fi.rinnalla.testing.containers;

import org.jspecify.annotations.NullMarked;
