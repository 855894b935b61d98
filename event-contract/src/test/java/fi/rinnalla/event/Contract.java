package fi.rinnalla.event;

import fi.rinnalla.event.accesslog.AccessLogEvent;
import fi.rinnalla.event.aggregate.AggregateEvent;
import fi.rinnalla.event.claim.ClaimEvent;
import fi.rinnalla.event.client.ClientEvent;
import fi.rinnalla.event.commitment.CommitmentEvent;
import fi.rinnalla.event.feedback.FeedbackEvent;
import fi.rinnalla.event.idea.IdeaEvent;
import fi.rinnalla.event.meeting.MeetingEvent;
import fi.rinnalla.event.need.NeedEvent;
import fi.rinnalla.event.notebook.NotebookEvent;
import fi.rinnalla.event.peerexpert.PeerExpertEvent;
import fi.rinnalla.event.plan.PlanEvent;
import fi.rinnalla.event.request.RequestEvent;
import fi.rinnalla.event.training.TrainingEvent;
import fi.rinnalla.event.unit.UnitEvent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Everything that travels, for the tests of the contract. */
final class Contract {

    static final Path SCHEMAS = Path.of("schemas");
    static final Path EXAMPLES = Path.of("examples");

    static final List<Class<? extends Event>> FAMILIES = List.of(
            MeetingEvent.class,
            PlanEvent.class,
            ClientEvent.class,
            CommitmentEvent.class,
            NeedEvent.class,
            NotebookEvent.class,
            IdeaEvent.class,
            UnitEvent.class,
            PeerExpertEvent.class,
            RequestEvent.class,
            ClaimEvent.class,
            TrainingEvent.class,
            FeedbackEvent.class,
            AggregateEvent.class,
            AccessLogEvent.class);

    private Contract() {}

    static Stream<Class<? extends Event>> events() {
        return FAMILIES.stream()
                .flatMap(family -> Arrays.stream(family.getPermittedSubclasses()))
                .map(event -> event.asSubclass(Event.class));
    }

    static String typeOf(Class<? extends Event> event) {
        return event.getAnnotation(Said.class).type();
    }
}
