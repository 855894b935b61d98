package fi.rinnalla.service.arriving;

/**
 * A view: keeps facts by event and is a pure function of the stream. Its facts carry a generation, so that a rebuild
 * can fill the next one while the live one is read.
 */
public interface View {

    String name();

    /** The listener that fills one generation. */
    Hears filling(int generation);

    /** Removes one generation's facts. Within a {@code Keeper} transaction. */
    void drop(int generation);
}
