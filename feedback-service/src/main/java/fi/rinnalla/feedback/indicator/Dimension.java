package fi.rinnalla.feedback.indicator;

import fi.rinnalla.event.meeting.Channel;
import fi.rinnalla.event.meeting.MeetingKind;
import fi.rinnalla.service.answering.OneOf;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** By what a figure may be parted; by one at a time, because two would cross in small cells. */
enum Dimension {
    UNIT("unit"),
    ACTIVITY("activity::text"),
    KIND("kind"),
    CHANNEL("channel"),
    PAIR("CASE WHEN pair THEN 'with-peer-expert' WHEN NOT pair THEN 'without-peer-expert' END");

    private final String column;

    Dimension(String column) {
        this.column = column;
    }

    static Dimension of(String slug) {
        return OneOf.named("dimension", slug, Dimension.class);
    }

    String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What gives a fact's part in SQL. */
    String column() {
        return column;
    }

    /** All parts that there can be, so that an empty one is there like a hidden one; none where the data alone knows them. */
    List<String> parts() {
        return switch (this) {
            case UNIT, ACTIVITY -> List.of();
            case KIND -> Arrays.stream(MeetingKind.values()).map(Enum::name).toList();
            case CHANNEL -> Arrays.stream(Channel.values()).map(Enum::name).toList();
            case PAIR -> List.of("with-peer-expert", "without-peer-expert");
        };
    }

    static String shown(String part) {
        return part.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
