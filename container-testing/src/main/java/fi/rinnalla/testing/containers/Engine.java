package fi.rinnalla.testing.containers;

/** What is asked of a container engine before tests are trusted to it. A refusal is one sentence. */
interface Engine {

    /** Why tests can't have containers. */
    final class NotUsable extends Exception {
        private static final long serialVersionUID = 1;

        NotUsable(String sentence) {
            super(sentence);
        }
    }

    void answers() throws NotUsable;

    boolean has(String image) throws NotUsable;

    /** Ends within a bounded time, whatever the network does. */
    void pull(String image) throws NotUsable;

    /** An engine that answers may still be unable to start anything. */
    void starts(String image) throws NotUsable;
}
