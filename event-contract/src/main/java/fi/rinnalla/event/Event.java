package fi.rinnalla.event;

/**
 * Something that happened, in the words of the one who says it. Each aggregate type has one sealed family of records;
 * a family is one topic.
 */
public interface Event {

    /** What is read in place of an event whose type this build does not know: a newer service said it. */
    record Unknown(String type) implements Event {}
}
