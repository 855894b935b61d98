package fi.rinnalla.session.idea;

import fi.rinnalla.event.idea.Area;
import fi.rinnalla.event.idea.BornOf;
import fi.rinnalla.event.idea.IdeaForm;
import fi.rinnalla.event.idea.Origin;
import fi.rinnalla.service.answering.BadRequest;
import fi.rinnalla.service.answering.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was proposed. */
record Proposed(
        String unit,
        LocalDate on,
        String words,
        Origin origin,
        IdeaForm form,
        Area area,
        Birth birth,
        @Nullable Group group,
        @Nullable Inquiry inquiry) {

    Proposed {
        if (form == IdeaForm.GROUP && group == null) {
            throw BadRequest.field("/group", "required", "A group needs a place and a contact, and nothing else.");
        }
        if (form == IdeaForm.INQUIRY && inquiry == null) {
            throw BadRequest.field("/inquiry", "required", "A study needs its question and who studies it together.");
        }
    }

    Proposed withWords(String other) {
        return new Proposed(unit, on, other, origin, form, area, birth, group, inquiry);
    }

    /** Which meeting's topic it answers, and the theme, tip, feedback or recommendation that it was born of. */
    record Birth(
            BornOf of,
            @Nullable UUID meeting,
            @Nullable UUID topic,
            @Nullable UUID ref) {}

    /** A group on the initiative of clients needs only these (P54). */
    record Group(
            @Words(max = 200) String place,
            @Words(max = 200) String contact) {}

    /** A study of a phenomenon by a worker and clients together (P57). */
    record Inquiry(@Words(max = 1_000) String question, List<@Words(max = 100) String> coResearchers) {}
}
