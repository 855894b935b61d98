package fi.rinnalla.peerexpert.request;

import fi.rinnalla.event.request.TaskKind;
import fi.rinnalla.peerexpert.task.Slot;
import fi.rinnalla.peerexpert.task.Terms;
import fi.rinnalla.peerexpert.task.Where;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

/** Requests for the tests of what they lead to. */
public final class Requested {

    private Requested() {}

    public static PeerRequest with(Terms terms) {
        var request = new PeerRequest(
                new UUID(0, 4),
                new PeerRequest.Wanted(
                        null,
                        "klinikka",
                        TaskKind.CO_DEVELOPMENT,
                        new Slot(LocalDate.of(2017, 10, 31), LocalTime.of(13, 30), 60),
                        Where.UNTOLD,
                        null,
                        false,
                        null,
                        1,
                        List.of()),
                Instant.parse("2017-10-20T08:00:00Z"));
        request.state(terms);
        return request;
    }
}
