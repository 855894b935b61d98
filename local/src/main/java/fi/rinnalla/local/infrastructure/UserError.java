package fi.rinnalla.local.infrastructure;

/** Something that the person at the keyboard can mend: one sentence that says what and how. */
public final class UserError extends RuntimeException {
    public UserError(String sentence) {
        super(sentence, null, false, false);
    }
}
