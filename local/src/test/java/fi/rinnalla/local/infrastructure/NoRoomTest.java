package fi.rinnalla.local.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A full disk is told in one sentence with a way out; other failures stay what they are. */
class NoRoomTest {

    @TempDir
    Path folder;

    @Test
    void aFullDiskIsToldWithAWayOut() {
        var full = new IOException("No space left on device");
        assertThatThrownBy(() -> NoRoom.explain(full, folder))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("is full. Make room, or set RINNALLA_HOME");
        assertThatThrownBy(() -> NoRoom.explain(new UncheckedIOException(full), folder.resolve("not/there")))
                .isInstanceOf(UserError.class);
    }

    @Test
    void anotherFailureIsNotTakenForOne() {
        var other = new IOException("Permission denied");
        assertThat(NoRoom.explain(other, folder.resolve("not/there"))).isSameAs(other);
    }
}
