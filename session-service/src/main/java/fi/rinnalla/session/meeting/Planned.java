package fi.rinnalla.session.meeting;

import fi.rinnalla.event.meeting.Channel;
import fi.rinnalla.event.meeting.MeetingKind;
import fi.rinnalla.event.meeting.Place;
import fi.rinnalla.service.answering.BadRequest;
import fi.rinnalla.session.client.Wishes.Company;
import fi.rinnalla.session.client.Wishes.Occasion;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was set aside for a meeting.
 *
 * @param at          on the wall in Helsinki; absent where only the day is agreed
 * @param place       absent where it was not told
 * @param escort      whether somebody fetches or accompanies the client
 * @param client      whose meeting it is, of a client relationship; absent for meetings of many
 * @param seats       how many may join; absent where nobody joins by themselves
 * @param circulating the circulating meeting that this is one round of
 */
record Planned(
        String unit,
        @Nullable UUID activity,
        MeetingKind kind,
        Channel channel,
        @Nullable Place place,
        boolean escort,
        String professional,
        @Nullable UUID client,
        Set<Company> company,
        LocalDate on,
        @Nullable LocalTime at,
        int minutes,
        boolean peerExpertWanted,
        @Nullable Integer seats,
        @Nullable UUID circulating) {

    private static final int LONGEST_MINUTES = 24 * 60;

    Planned {
        requireMinutes("/plannedMinutes", minutes, 1);
        if (seats != null && (seats < 1 || seats > 500)) {
            throw BadRequest.field("/seats", "1-to-500", "Seats are from 1 to 500.");
        }
    }

    static void requireMinutes(String pointer, int minutes, int least) {
        if (minutes < least || minutes > LONGEST_MINUTES) {
            throw BadRequest.field(
                    pointer,
                    least + "-to-" + LONGEST_MINUTES,
                    "Minutes are from %d to %d.".formatted(least, LONGEST_MINUTES));
        }
    }

    Planned at(LocalDate on, @Nullable LocalTime at, int minutes, Channel channel, @Nullable Place place) {
        return new Planned(
                unit,
                activity,
                kind,
                channel,
                place,
                escort,
                professional,
                client,
                company,
                on,
                at,
                minutes,
                peerExpertWanted,
                seats,
                circulating);
    }

    /** Nobody else needs to hear at what time of the day people meet. */
    @Nullable
    LocalTime timeForPeerExpert() {
        return peerExpertWanted ? at : null;
    }

    /** What the client would meet with. */
    Occasion occasion() {
        return new Occasion(kind, channel, Optional.ofNullable(place).orElse(Place.OFFICE), escort, company);
    }
}
