package fi.rinnalla.service.arriving;

import fi.rinnalla.event.Event;
import fi.rinnalla.service.arriving.Arrival.Enveloped;
import fi.rinnalla.service.arriving.Arrival.Hostile;
import fi.rinnalla.service.arriving.Inbox.Heard;
import fi.rinnalla.service.arriving.Inbox.SubjectKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Decides for each arrival whether it is taken in, passed over, kept back or parked. One object serves one batch in one
 * transaction.
 */
final class Intake {

    static final String BEHIND = "behind";
    static final String FAILED = "failed";
    static final String GAP = "gap";

    private final Hears hears;
    private final Inbox inbox;
    private final Reader reader;

    private final Map<SubjectKey, Heard> subjects;
    private final Set<SubjectKey> written;
    private final Map<String, Integer> epochs;
    private final Set<SubjectKey> withGap;
    private final Map<SubjectKey, Heard> changed = new LinkedHashMap<>();
    private final Map<UUID, byte[]> digests = new HashMap<>();
    private final List<Enveloped> accepted = new ArrayList<>();

    private Intake(Hears hears, Inbox inbox, Reader reader, List<Arrival> arrivals) {
        this.hears = hears;
        this.inbox = inbox;
        this.reader = reader;
        var keys = arrivals.stream()
                .filter(Enveloped.class::isInstance)
                .map(arrival -> keyOf((Enveloped) arrival))
                .collect(Collectors.toSet());
        this.subjects = inbox.subjects(keys);
        this.written = new HashSet<>(subjects.keySet());
        this.epochs = inbox.epochs();
        this.withGap = new HashSet<>(inbox.withGap());
    }

    static void take(Hears hears, Inbox inbox, Reader reader, List<Arrival> arrivals) {
        var intake = new Intake(hears, inbox, reader, arrivals);
        arrivals.forEach(intake::judge);
        intake.settle();
    }

    /** Takes in one arrival whose event the listener could not bear: it and its subject wait for a person. */
    static void parkFailed(Hears hears, Inbox inbox, Reader reader, Arrival arrival) {
        var intake = new Intake(hears, inbox, reader, List.of(arrival));
        switch (arrival) {
            case Hostile hostile -> intake.judge(hostile);
            case Enveloped event -> intake.parkWithSubject(event, intake.heard(event), FAILED);
        }
        intake.settle();
    }

    private void judge(Arrival arrival) {
        switch (arrival) {
            case Hostile hostile -> inbox.park(hostile, hostile.reason());
            case Enveloped event -> judge(event);
        }
    }

    private void judge(Enveloped event) {
        var envelope = event.envelope();
        var epoch = Optional.ofNullable(epochs.get(envelope.source()));
        if (epoch.isEmpty() || envelope.epoch() > epoch.get()) {
            beginEpoch(envelope.source(), envelope.epoch(), epoch.isPresent());
        } else if (envelope.epoch() < epoch.get()) {
            return; // said before the restore; what holds of it is said again
        }
        var heard = heard(event);
        if (!heard.organisation().equals(envelope.organisation())) {
            inbox.park(event, "another-organisation");
        } else if (envelope.sequence() <= heard.sequence()) {
            passOverIfTheSame(event);
        } else if (heard.parked()) {
            inbox.park(event, BEHIND);
        } else if (envelope.sequence() > heard.sequence() + 1) {
            inbox.park(event, GAP);
            withGap.add(keyOf(event));
        } else if (event.unreadable().isPresent()) {
            parkWithSubject(event, heard, event.unreadable().get());
        } else {
            accept(event, heard);
        }
    }

    private void beginEpoch(String source, int epoch, boolean heardBefore) {
        settle();
        inbox.beginEpoch(source, epoch);
        epochs.put(source, epoch);
        subjects.keySet().removeIf(key -> key.source().equals(source));
        written.removeIf(key -> key.source().equals(source));
        withGap.removeIf(key -> key.source().equals(source));
        if (heardBefore) {
            hears.forget(source);
        }
    }

    private void passOverIfTheSame(Enveloped event) {
        var id = event.envelope().id();
        var known = Optional.ofNullable(digests.get(id))
                .or(() -> inbox.digestOf(event.envelope().source(), id));
        if (known.isEmpty() || !java.util.Arrays.equals(known.get(), event.digest())) {
            inbox.park(event, "another-event-in-its-place");
        }
    }

    private void parkWithSubject(Enveloped event, Heard heard, String reason) {
        inbox.park(event, reason);
        put(event, new Heard(heard.organisation(), heard.sequence(), true));
    }

    private void accept(Enveloped event, Heard heard) {
        var now = new Heard(heard.organisation(), event.envelope().sequence(), false);
        put(event, now);
        accepted.add(event);
        digests.put(event.envelope().id(), event.digest());
        if (withGap.remove(keyOf(event))) {
            // The missing one came: whatever waited for it is judged as if it came now.
            inbox.waiting(keyOf(event)).forEach(raw -> {
                inbox.unpark(raw);
                judge(reader.read(raw));
            });
        }
    }

    private void put(Enveloped event, Heard heard) {
        subjects.put(keyOf(event), heard);
        changed.put(keyOf(event), heard);
    }

    private Heard heard(Enveloped event) {
        return subjects.getOrDefault(keyOf(event), new Heard(event.envelope().organisation(), 0, false));
    }

    private void settle() {
        var known = accepted.stream()
                .<fi.rinnalla.event.Envelope<? extends Event>>map(Enveloped::envelope)
                .filter(envelope -> !(envelope.data() instanceof Event.Unknown))
                .toList();
        if (!known.isEmpty()) {
            hears.hear(known);
        }
        inbox.rememberEvents(accepted);
        inbox.remember(changed, written);
        written.addAll(changed.keySet());
        accepted.clear();
        changed.clear();
    }

    private static SubjectKey keyOf(Enveloped event) {
        return new SubjectKey(event.envelope().source(), event.envelope().subject());
    }
}
