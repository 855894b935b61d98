package fi.rinnalla.peerexpert.training;

import fi.rinnalla.event.training.TrainingEvent.TrainingStarted;
import fi.rinnalla.service.answering.BadRequest;
import fi.rinnalla.service.answering.NotFound;
import fi.rinnalla.service.answering.Refused;
import fi.rinnalla.service.keeping.Whole;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One round of a programme: held by a teacher and a peer expert, attended by people alone or as a pair with a worker. */
class Course extends Whole {

    /** @param worker login of the professional who takes part as a pair; absent where there is none */
    record Enrolment(
            UUID id,
            UUID peerExpert,
            @Nullable String worker,
            LocalDate startedOn,
            Set<LocalDate> attended,
            Set<LocalDate> workerAttended,
            @Nullable LocalDate completedOn) {

        Enrolment with(LocalDate day, boolean peer, boolean pair) {
            var peerDays = new TreeSet<>(attended);
            var workerDays = new TreeSet<>(workerAttended);
            if (peer) {
                peerDays.add(day);
            }
            if (pair) {
                workerDays.add(day);
            }
            return new Enrolment(id, peerExpert, worker, startedOn, peerDays, workerDays, completedOn);
        }

        Enrolment completed(LocalDate on) {
            return new Enrolment(id, peerExpert, worker, startedOn, attended, workerAttended, on);
        }
    }

    private UUID programme;
    private int version;
    private String teacher;
    private @Nullable UUID peerTrainer;
    private List<LocalDate> days = new ArrayList<>();
    private List<Enrolment> enrolments = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // reading it back fills the fields
    private Course() {}

    Course(
            UUID id,
            UUID programme,
            Programme.Version version,
            String teacher,
            @Nullable UUID peerTrainer,
            List<LocalDate> days) {
        super(id);
        if (days.size() != version.days()) {
            throw BadRequest.field(
                    "/days", "as-many-as-the-programme", "This programme has %d days.".formatted(version.days()));
        }
        this.programme = programme;
        this.version = version.number();
        this.teacher = teacher;
        this.peerTrainer = peerTrainer;
        this.days = new ArrayList<>(days.stream().sorted().toList());
    }

    TrainingStarted enrol(Enrolment enrolment) {
        if (enrolments.stream().anyMatch(one -> one.peerExpert().equals(enrolment.peerExpert()))) {
            throw new Refused("enrolled-already", "This person is on the course already.");
        }
        enrolments.add(enrolment);
        return new TrainingStarted(enrolment.id(), enrolment.startedOn(), enrolment.worker() != null);
    }

    void attend(LocalDate day, Set<UUID> peerExperts, Set<String> workers) {
        if (!days.contains(day)) {
            throw BadRequest.field("/day", "no-such-day", "The course has no training on that day.");
        }
        enrolments.replaceAll(one -> one.with(
                day, peerExperts.contains(one.peerExpert()), one.worker() != null && workers.contains(one.worker())));
    }

    /** Every day was attended, by both where two train as a pair. */
    Enrolment complete(UUID peerExpert, LocalDate on) {
        var enrolment = enrolments.stream()
                .filter(one -> one.peerExpert().equals(peerExpert))
                .findFirst()
                .orElseThrow(NotFound::new);
        if (enrolment.completedOn() != null) {
            throw new Refused("wrong-state", "This person has completed the course already.");
        }
        int missing = days.size()
                - Math.min(
                        enrolment.attended().size(),
                        enrolment.worker() == null
                                ? days.size()
                                : enrolment.workerAttended().size());
        if (missing > 0) {
            throw new Refused("days-missing", "Not every day has been attended, by both where two train as a pair.");
        }
        enrolments.replaceAll(one -> one.equals(enrolment) ? one.completed(on) : one);
        return enrolment;
    }

    UUID programme() {
        return programme;
    }

    /** Of the programme, when the course began. */
    int programmeVersion() {
        return version;
    }

    String teacher() {
        return teacher;
    }

    Optional<UUID> peerTrainer() {
        return Optional.ofNullable(peerTrainer);
    }

    List<LocalDate> days() {
        return days;
    }

    List<Enrolment> enrolments() {
        return enrolments;
    }
}
