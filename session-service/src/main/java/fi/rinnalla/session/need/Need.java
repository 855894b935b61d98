package fi.rinnalla.session.need;

import fi.rinnalla.event.need.NeedEvent.UnmetNeedAnswered;
import fi.rinnalla.event.need.NeedEvent.UnmetNeedRecorded;
import fi.rinnalla.event.need.NeedReason;
import fi.rinnalla.event.need.NeedTheme;
import fi.rinnalla.service.answering.Refused;
import fi.rinnalla.service.keeping.Whole;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A need that no service could answer, sent up to management, and what management says to it. */
class Need extends Whole {

    @SuppressWarnings("UnusedVariable") // kept in the document
    private UUID client = new UUID(0, 0);

    private String unit = "";
    private NeedTheme theme = NeedTheme.OTHER;
    private NeedReason reason = NeedReason.OTHER;
    private String words = "";
    private @Nullable LocalDate recordedOn;
    private @Nullable String answer;
    private @Nullable LocalDate answeredOn;

    private Need() {}

    /** @param words for management: what was wished for, without who wished it */
    Need(UUID id, UUID client, String unit, NeedTheme theme, NeedReason reason, String words, LocalDate on) {
        super(id);
        this.client = client;
        this.unit = unit;
        this.theme = theme;
        this.reason = reason;
        this.words = words;
        this.recordedOn = on;
    }

    UnmetNeedRecorded recorded() {
        return new UnmetNeedRecorded(unit, recordedOn(), theme, reason);
    }

    UnmetNeedAnswered answer(String words, LocalDate on) {
        if (answer != null) {
            throw new Refused("wrong-state", "This need has an answer already.");
        }
        answer = words;
        answeredOn = on;
        return new UnmetNeedAnswered(unit, on, theme, reason);
    }

    LocalDate recordedOn() {
        return java.util.Objects.requireNonNull(recordedOn);
    }

    String unit() {
        return unit;
    }

    NeedTheme theme() {
        return theme;
    }

    NeedReason reason() {
        return reason;
    }

    String words() {
        return words;
    }

    @Nullable
    String answer() {
        return answer;
    }

    @Nullable
    LocalDate answeredOn() {
        return answeredOn;
    }
}
