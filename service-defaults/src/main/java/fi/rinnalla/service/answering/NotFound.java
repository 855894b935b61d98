package fi.rinnalla.service.answering;

/** What is asked for is not there, or not for this caller: one answer for both, to the byte. */
public class NotFound extends RuntimeException {
    public NotFound() {
        super("not found", null, false, false);
    }
}
