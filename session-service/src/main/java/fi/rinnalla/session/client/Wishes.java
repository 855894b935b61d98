package fi.rinnalla.session.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import fi.rinnalla.event.meeting.Channel;
import fi.rinnalla.event.meeting.MeetingKind;
import fi.rinnalla.event.meeting.Place;
import fi.rinnalla.service.answering.Words;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the client has said of meetings. A limit holds; a preference is a wish.
 *
 * @param preferredPlaces none where the client has not said
 * @param escortNeeded    whether somebody should fetch or accompany the client
 * @param inOwnWords      what the codes do not say
 */
public record Wishes(
        Set<Place> preferredPlaces,
        boolean escortNeeded,
        Set<Limit> limits,
        @Words(max = 2_000, optional = true) @Nullable String inOwnWords) {

    static final Wishes NONE = new Wishes(Set.of(), false, Set.of(), null);

    private static final Set<MeetingKind> IN_A_GROUP = EnumSet.of(
            MeetingKind.GROUP,
            MeetingKind.DISCUSSION_CAFE,
            MeetingKind.CO_DEVELOPMENT,
            MeetingKind.CIRCULATING,
            MeetingKind.TRAINING_DAY);

    /** Who else of the client's own people or other services is there. */
    public enum Company {
        @JsonProperty("friends")
        FRIENDS,
        @JsonProperty("family")
        FAMILY,
        @JsonProperty("other-services")
        OTHER_SERVICES
    }

    /** What a meeting would be like for the client. */
    public record Occasion(MeetingKind kind, Channel channel, Place place, boolean escort, Set<Company> company) {}

    /** What the client does not want. */
    public enum Limit {
        @JsonProperty("not-at-my-home")
        NOT_AT_MY_HOME(occasion -> occasion.place() == Place.HOME),
        @JsonProperty("not-outdoors")
        NOT_OUTDOORS(occasion -> occasion.place() == Place.OUTDOORS),
        @JsonProperty("not-at-the-office")
        NOT_AT_THE_OFFICE(occasion -> occasion.place() == Place.OFFICE && occasion.channel() == Channel.FACE_TO_FACE),
        @JsonProperty("not-with-friends")
        NOT_WITH_FRIENDS(occasion -> occasion.company().contains(Company.FRIENDS)),
        @JsonProperty("not-with-family")
        NOT_WITH_FAMILY(
                occasion -> occasion.company().contains(Company.FAMILY) || occasion.kind() == MeetingKind.FAMILY),
        @JsonProperty("not-with-other-services")
        NOT_WITH_OTHER_SERVICES(occasion ->
                occasion.company().contains(Company.OTHER_SERVICES) || occasion.kind() == MeetingKind.NETWORK),
        @JsonProperty("not-in-a-group")
        NOT_IN_A_GROUP(occasion -> IN_A_GROUP.contains(occasion.kind())),
        @JsonProperty("not-by-phone")
        NOT_BY_PHONE(occasion -> occasion.channel() == Channel.PHONE),
        @JsonProperty("not-by-video")
        NOT_BY_VIDEO(occasion -> occasion.channel() == Channel.VIDEO);

        private final Predicate<Occasion> breaks;

        Limit(Predicate<Occasion> breaks) {
            this.breaks = breaks;
        }

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /** The words of the limits that a meeting would break. */
    public List<String> brokenBy(Occasion occasion) {
        return limits.stream()
                .filter(limit -> limit.breaks.test(occasion))
                .sorted()
                .map(Limit::word)
                .toList();
    }

    /** What of the wishes a meeting would miss, as codes. */
    public List<String> missedBy(Occasion occasion) {
        boolean elsewhere = prefers(occasion.place()).map(prefers -> !prefers).orElse(false)
                && occasion.channel() == Channel.FACE_TO_FACE;
        return Stream.of(
                        elsewhere ? "place-not-preferred" : "",
                        escortNeeded && !occasion.escort() ? "escort-not-arranged" : "")
                .filter(code -> !code.isEmpty())
                .toList();
    }

    /** Empty where the client has not said. */
    public Optional<Boolean> prefers(@Nullable Place place) {
        return preferredPlaces.isEmpty() || place == null
                ? Optional.empty()
                : Optional.of(preferredPlaces.contains(place));
    }
}
