package fi.rinnalla.session.circulating;

import fi.rinnalla.service.answering.BadRequest;
import fi.rinnalla.service.keeping.Documents;
import fi.rinnalla.service.keeping.Keeping;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/** Where circulating meetings are kept. */
@Repository
public class CirculatingMeetings extends Documents<CirculatingMeeting> {

    CirculatingMeetings(Keeping keeping) {
        super("circulating_meeting", CirculatingMeeting.class, keeping);
    }

    /** @param pointer where in the request it is named */
    public void require(String pointer, UUID id) {
        if (find(id).isEmpty()) {
            throw BadRequest.field(pointer, "unknown", "Your organisation has no such circulating meeting.");
        }
    }
}
