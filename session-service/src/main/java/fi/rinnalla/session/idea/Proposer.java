package fi.rinnalla.session.idea;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Somebody who proposed it: by login, or by the hash of a return code where nobody is to know. */
record Proposer(
        @Nullable String login,
        @Nullable String codeHash,
        @Nullable LocalDate toldOn) {
    boolean isSame(Proposer other) {
        return Objects.equals(login, other.login) && Objects.equals(codeHash, other.codeHash);
    }
}
