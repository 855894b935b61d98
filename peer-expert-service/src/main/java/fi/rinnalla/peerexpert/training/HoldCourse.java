package fi.rinnalla.peerexpert.training;

import static fi.rinnalla.service.asking.UserRole.COORDINATOR;

import fi.rinnalla.event.training.TrainingEvent.TrainingCompleted;
import fi.rinnalla.peerexpert.pool.PeerExperts;
import fi.rinnalla.service.answering.Answer;
import fi.rinnalla.service.answering.BadRequest;
import fi.rinnalla.service.answering.Login;
import fi.rinnalla.service.answering.Page;
import fi.rinnalla.service.answering.Paging;
import fi.rinnalla.service.asking.AllowedTo;
import fi.rinnalla.service.rows.Ids;
import fi.rinnalla.service.time.Helsinki;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A course is held: people are enrolled, alone or as a pair; each day's attendance is written down; it is completed (P36). */
@RestController
class HoldCourse {

    private final Programmes programmes;
    private final Courses courses;
    private final Certificates certificates;
    private final PeerExperts peerExperts;
    private final Ids ids;
    private final Clock clock;

    HoldCourse(
            Programmes programmes,
            Courses courses,
            Certificates certificates,
            PeerExperts peerExperts,
            Ids ids,
            Clock clock) {
        this.programmes = programmes;
        this.courses = courses;
        this.certificates = certificates;
        this.peerExperts = peerExperts;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param peerTrainer the peer expert who trains beside the teacher */
    record Request(
            @NotNull(message = "required") UUID programme,
            @NotNull(message = "required") @Login String teacher,
            @Nullable UUID peerTrainer,

            @NotNull(message = "required") @Size(min = 1, max = 100, message = "1-to-100")
            List<@NotNull(message = "required") LocalDate> days) {}

    /** @param worker who takes part as a pair with the peer expert */
    record Enrolled(
            @NotNull(message = "required") UUID peerExpert,
            @Nullable @Login String worker,
            @Nullable LocalDate startedOn) {}

    record Attended(
            @NotNull(message = "required") LocalDate day,
            @NotNull(message = "required") Set<@NotNull(message = "required") UUID> peerExperts,
            @NotNull(message = "required") Set<@NotNull(message = "required") @Login String> workers) {}

    record Completed(
            @NotNull(message = "required") UUID peerExpert,
            @NotNull(message = "required") LocalDate completedOn) {}

    record EnrolmentShown(
            UUID peerExpert,
            @Nullable String worker,
            int attended,
            int workerAttended,
            @Nullable LocalDate completedOn) {}

    record CourseShown(
            UUID id,
            UUID programme,
            int version,
            String teacher,
            @Nullable UUID peerTrainer,
            List<LocalDate> days,
            List<EnrolmentShown> enrolments) {}

    @PostMapping("/api/v1/courses")
    @AllowedTo(COORDINATOR)
    ResponseEntity<Void> begin(@Valid @RequestBody Request request) {
        var programme = programmes
                .find(request.programme())
                .orElseThrow(() -> BadRequest.field("/programme", "unknown", "There is no such programme."));
        if (request.peerTrainer() != null) {
            requireInPool("/peerTrainer", request.peerTrainer());
        }
        var course = new Course(
                ids.get(),
                programme.id(),
                programme.latest(),
                request.teacher(),
                request.peerTrainer(),
                request.days());
        courses.add(course);
        return Answer.created("/api/v1/courses", course);
    }

    @PostMapping("/api/v1/courses/{course}/enrolments")
    @AllowedTo(COORDINATOR)
    ResponseEntity<Void> enrol(@PathVariable("course") UUID id, @Valid @RequestBody Enrolled enrolled) {
        var course = courses.change(id);
        requireInPool("/peerExpert", enrolled.peerExpert());
        var enrolment = new Course.Enrolment(
                ids.get(),
                enrolled.peerExpert(),
                enrolled.worker(),
                Helsinki.told("/startedOn", enrolled.startedOn(), clock),
                Set.of(),
                Set.of(),
                null);
        courses.save(course, course.enrol(enrolment));
        return Answer.part("/api/v1/courses/" + id + "/enrolments", enrolment.id(), course);
    }

    @PostMapping("/api/v1/courses/{course}/attendance")
    @AllowedTo(COORDINATOR)
    ResponseEntity<Void> attend(@PathVariable("course") UUID id, @Valid @RequestBody Attended attended) {
        var course = courses.change(id);
        course.attend(
                Helsinki.notAfterToday("/day", attended.day(), clock), attended.peerExperts(), attended.workers());
        courses.save(course);
        return Answer.done(course);
    }

    /** The certificate counts from now on; a developer-client becomes a trained peer expert. */
    @PostMapping("/api/v1/courses/{course}/complete")
    @AllowedTo(COORDINATOR)
    ResponseEntity<Void> complete(@PathVariable("course") UUID id, @Valid @RequestBody Completed completed) {
        var course = courses.change(id);
        var on = Helsinki.notAfterToday("/completedOn", completed.completedOn(), clock);
        var enrolment = course.complete(completed.peerExpert(), on);
        courses.save(
                course,
                new TrainingCompleted(
                        enrolment.id(),
                        enrolment.startedOn(),
                        on,
                        course.days().size(),
                        enrolment.worker() != null,
                        course.peerTrainer().isPresent()));
        var programme = programmes.get(course.programme());
        var version = programme.versions().get(course.programmeVersion() - 1);
        var until = version.validMonths() == null ? null : on.plusMonths(version.validMonths());
        var certificate = new Certificate(
                ids.get(),
                completed.peerExpert(),
                programme.name(),
                version.number(),
                null,
                on,
                until,
                enrolment.worker() != null);
        certificates.add(certificate);
        var peer = peerExperts.change(completed.peerExpert());
        peer.trained(until);
        peerExperts.save(peer);
        return Answer.created("/api/v1/certificates", certificate);
    }

    @GetMapping("/api/v1/courses")
    @AllowedTo(COORDINATOR)
    Page<CourseShown> list(Paging paging) {
        var found = courses.where("id > ? ORDER BY id LIMIT ?", paging.afterId(), paging.limitAndOne());
        return Page.of(
                found.stream().map(HoldCourse::shown).toList(),
                paging,
                one -> one.id().toString());
    }

    private static CourseShown shown(Course course) {
        return new CourseShown(
                course.id(),
                course.programme(),
                course.programmeVersion(),
                course.teacher(),
                course.peerTrainer().orElse(null),
                course.days(),
                course.enrolments().stream()
                        .map(one -> new EnrolmentShown(
                                one.peerExpert(),
                                one.worker(),
                                one.attended().size(),
                                one.workerAttended().size(),
                                one.completedOn()))
                        .toList());
    }

    private void requireInPool(String pointer, UUID peerExpert) {
        if (peerExperts.find(peerExpert).isEmpty()) {
            throw BadRequest.field(pointer, "unknown", "There is nobody of this id in your pool.");
        }
    }
}
