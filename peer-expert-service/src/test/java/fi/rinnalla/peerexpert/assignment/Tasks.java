package fi.rinnalla.peerexpert.assignment;

import fi.rinnalla.peerexpert.task.Terms;
import java.util.UUID;

/** Tasks for the tests of what they lead to. */
public final class Tasks {

    private Tasks() {}

    public static Assignment given(Terms terms) {
        return new Assignment(
                new UUID(0, 5), fi.rinnalla.peerexpert.request.Requested.with(terms), new UUID(0, 6), false);
    }
}
