package fi.rinnalla.service.rows;

import fi.rinnalla.service.asking.Caller;
import java.util.Optional;
import java.util.function.Supplier;

/** For which organisation this thread now works: the caller's, or one that was found otherwise (an answer link). */
public final class ActingFor {

    private static final ScopedValue<String> NAMED = ScopedValue.newInstance();

    private ActingFor() {}

    static Optional<String> organisation() {
        return NAMED.isBound() ? Optional.of(NAMED.get()) : Caller.current().map(Caller::organisation);
    }

    /** Does the work for an organisation that is known without a token. */
    public static <T> T organisation(String slug, Supplier<T> work) {
        return ScopedValue.where(NAMED, slug).call(work::get);
    }
}
