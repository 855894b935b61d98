package fi.rinnalla.feedback.indicator;

import fi.rinnalla.event.Envelope;
import fi.rinnalla.event.Event;
import fi.rinnalla.event.claim.ClaimEvent.ClaimPaid;
import fi.rinnalla.event.client.ClientEvent.WorkerChanged;
import fi.rinnalla.event.commitment.CommitmentEvent.CommitmentClosed;
import fi.rinnalla.event.commitment.CommitmentEvent.CommitmentMade;
import fi.rinnalla.event.commitment.CommitmentOutcome;
import fi.rinnalla.event.feedback.FeedbackEvent.FeedbackGiven;
import fi.rinnalla.event.idea.Area;
import fi.rinnalla.event.idea.BornOf;
import fi.rinnalla.event.idea.IdeaEvent.AnswerLate;
import fi.rinnalla.event.idea.IdeaEvent.IdeaChecked;
import fi.rinnalla.event.idea.IdeaEvent.IdeaDecided;
import fi.rinnalla.event.idea.IdeaEvent.IdeaProposed;
import fi.rinnalla.event.idea.IdeaEvent.ProposersTold;
import fi.rinnalla.event.idea.IdeaForm;
import fi.rinnalla.event.idea.Origin;
import fi.rinnalla.event.meeting.Channel;
import fi.rinnalla.event.meeting.ClientStatement;
import fi.rinnalla.event.meeting.ClosingQuestion;
import fi.rinnalla.event.meeting.MeetingEvent.MeetingHeld;
import fi.rinnalla.event.meeting.MeetingKind;
import fi.rinnalla.event.meeting.Role;
import fi.rinnalla.event.need.NeedEvent.UnmetNeedAnswered;
import fi.rinnalla.event.need.NeedEvent.UnmetNeedRecorded;
import fi.rinnalla.event.peerexpert.PeerExpertEvent.AssignmentCompleted;
import fi.rinnalla.event.peerexpert.PeerExpertEvent.ClientAnswered;
import fi.rinnalla.event.peerexpert.PeerExpertEvent.ClientAsked;
import fi.rinnalla.event.peerexpert.PeerExpertEvent.PeerExpertJoined;
import fi.rinnalla.event.peerexpert.PeerExpertEvent.PeerExpertLeft;
import fi.rinnalla.event.peerexpert.PeerExpertEvent.SupervisionHeld;
import fi.rinnalla.event.plan.PlanEvent.PlanRevised;
import fi.rinnalla.event.plan.RevisionAnswers;
import fi.rinnalla.event.request.RequestEvent.InvitationAnswered;
import fi.rinnalla.event.request.RequestEvent.RequestFilled;
import fi.rinnalla.event.training.TrainingEvent.TrainingCompleted;
import fi.rinnalla.event.training.TrainingEvent.TrainingStarted;
import fi.rinnalla.event.unit.UnitEvent.ClientMonthCounted;
import fi.rinnalla.event.unit.UnitEvent.WorkersReached;
import fi.rinnalla.feedback.Period;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one event means for one indicator: of so many, so many hold. A later fact of the same subject takes the place of the
 * earlier and stays in its period, so that an answer told later closes the loop where the decision was counted.
 *
 * @param subject what is counted once
 */
record Fact(
        Indicator indicator,
        String subject,
        String unit,
        Period.Week week,
        int holds,
        int of,
        Circumstances circumstances) {

    /** By which the fact's figure may be parted; what it does not tell is absent. */
    record Circumstances(
            @Nullable MeetingKind kind,
            @Nullable Channel channel,
            @Nullable Boolean pair,
            @Nullable UUID activity) {
        static final Circumstances UNTOLD = new Circumstances(null, null, null, null);
    }

    private static final int RETAINED_MONTHS = 6;
    private static final int HOURS_OF_A_WEEK = 7 * 24;
    private static final int MOST_TASKS_A_MONTH = 3;
    private static final int DAYS_TO_PAYMENT = 14;
    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");
    private static final Set<MeetingKind> DEVELOPING =
            EnumSet.of(MeetingKind.CO_DEVELOPMENT, MeetingKind.CIRCULATING, MeetingKind.DISCUSSION_CAFE);

    /** None where an event means nothing for any indicator. */
    static List<Fact> of(Envelope<? extends Event> event) {
        var told = LocalDate.ofInstant(event.time(), HELSINKI);
        return switch (event.data()) {
            case MeetingHeld held -> new Facts(event.subject(), held.unit(), held.heldOn()).meeting(held);
            case FeedbackGiven given ->
                List.of(new Fact(
                        Indicator.ANSWER_RATE,
                        event.id().toString(),
                        given.unit(),
                        weekWithin(given.period()),
                        1,
                        0,
                        Circumstances.UNTOLD));
            case PlanRevised revised -> // each revision is counted, not only a plan's latest
                new Facts(event.subject() + "/" + revised.revision(), revised.unit(), told).revision(revised);
            case CommitmentClosed closed ->
                new Facts(event.subject(), closed.unit(), closed.closedOn()).promise(closed);
            case WorkerChanged changed ->
                new Facts(event.subject() + "/" + changed.changes(), changed.unit(), changed.changedOn())
                        .worker(changed);
            case UnmetNeedRecorded recorded ->
                new Facts(event.subject(), recorded.unit(), recorded.recordedOn())
                        .add(Indicator.NEEDS_ANSWERED, false)
                        .found;
            case UnmetNeedAnswered answered ->
                new Facts(event.subject(), answered.unit(), answered.answeredOn())
                        .add(Indicator.NEEDS_ANSWERED, true)
                        .found;
            case IdeaProposed proposed ->
                new Facts(event.subject(), proposed.unit(), proposed.proposedOn()).idea(proposed);
            case AnswerLate late ->
                new Facts(event.subject(), late.unit(), late.dueOn()).add(Indicator.IDEAS_ON_TIME, false).found;
            case IdeaDecided decided -> decided(event.subject(), decided);
            case ProposersTold all ->
                new Facts(event.subject(), all.unit(), all.toldOn()).add(Indicator.LOOP_CLOSED, true).found;
            case IdeaChecked checked ->
                new Facts(event.subject(), checked.unit(), checked.checkedOn()).checked(checked);
            case WorkersReached reached ->
                new Facts(
                                event.subject(),
                                reached.unit(),
                                YearMonth.parse(reached.period()).atDay(15))
                        .add(Indicator.REACH, reached.takingPart(), reached.workers())
                        .found;
            case ClientMonthCounted counted ->
                new Facts(
                                event.subject(),
                                counted.unit(),
                                YearMonth.parse(counted.period()).atDay(15))
                        .add(Indicator.WITHIN_TIME_BUDGET, counted.withinBudget())
                        .found;
            case ClientAsked asked ->
                people(event.subject(), asked.askedOn()).add(Indicator.ASKED_SAID_YES, false).found;
            case ClientAnswered answered ->
                people(event.subject(), answered.askedOn()).add(Indicator.ASKED_SAID_YES, answered.yes()).found;
            case PeerExpertJoined joined ->
                people(event.subject(), joined.joinedOn().plusMonths(RETAINED_MONTHS))
                        .add(Indicator.RETAINED_6, true)
                        .found;
            case PeerExpertLeft left -> left(event.subject(), left);
            case TrainingStarted started ->
                people(started.enrolment().toString(), started.startedOn())
                        .add(Indicator.TRAINING_COMPLETED, false)
                        .found;
            case TrainingCompleted completed -> trained(completed.enrolment().toString(), completed);
            case RequestFilled filled ->
                new Facts(event.subject(), filled.unit(), filled.filledOn())
                        .add(Indicator.FILLED_IN_A_WEEK, filled.hoursToFill() <= HOURS_OF_A_WEEK)
                        .add(Indicator.HOURS_TO_FILL, filled.hoursToFill(), 1)
                        .found;
            case InvitationAnswered answered ->
                new Facts(event.subject() + "/" + event.sequence(), answered.unit(), answered.answeredOn())
                        .add(Indicator.INVITATIONS_ACCEPTED, answered.accepted())
                        .found;
            case AssignmentCompleted done -> done(event.subject(), done, told);
            case SupervisionHeld held ->
                people(event.subject() + "/" + event.sequence(), held.heldOn())
                        .add(Indicator.SUPERVISION_ON_TIME, held.onTime())
                        .found;
            case ClaimPaid paid ->
                new Facts(event.subject(), paid.unit(), paid.paidOn())
                        .add(Indicator.PAID_IN_14_DAYS, paid.days() <= DAYS_TO_PAYMENT)
                        .add(Indicator.DAYS_TO_PAYMENT, paid.days(), 1)
                        .found;
            case CommitmentMade open -> List.of(); // counted once it is closed
            default -> List.of();
        };
    }

    /** Answers of a month or quarter count in a week of its middle: the share of a week is then off by them, that of the wider period not. */
    private static Period.Week weekWithin(String period) {
        return switch (Period.parse(period).orElseThrow()) {
            case Period.Week week -> week;
            case Period.Month month -> Period.Week.of(month.month().atDay(15));
            case Period.Quarter quarter -> Period.Week.of(quarter.dayAfter().minusDays(45));
        };
    }

    /** Of the whole organisation: what concerns people of the pool is of no unit. */
    private static Facts people(String subject, LocalDate day) {
        return new Facts(subject, "", day);
    }

    private static List<Fact> left(String subject, PeerExpertLeft left) {
        var sixMonths = left.joinedOn().plusMonths(RETAINED_MONTHS);
        return people(subject, sixMonths)
                .add(Indicator.RETAINED_6, !left.leftOn().isBefore(sixMonths))
                .found;
    }

    private static List<Fact> trained(String enrolment, TrainingCompleted completed) {
        var ofThoseWhoStarted = people(enrolment, completed.startedOn()).add(Indicator.TRAINING_COMPLETED, true).found;
        var byDay = people(enrolment, completed.completedOn())
                .add(Indicator.WITH_PEER_TRAINER, completed.withPeerTrainer())
                .found;
        return Stream.concat(ofThoseWhoStarted.stream(), byDay.stream()).toList();
    }

    /** Tasks of before 2026-11-22 did not tell how they were done. */
    private static List<Fact> done(String subject, AssignmentCompleted done, LocalDate told) {
        var facts = new Facts(subject, done.unit(), Objects.requireNonNullElse(done.doneOn(), told));
        if (done.inPair() != null) {
            facts.add(Indicator.PAIR_TASKS, done.inPair());
        }
        if (done.inMonth() != null) {
            facts.add(Indicator.LOAD_SPREAD, done.inMonth() <= MOST_TASKS_A_MONTH);
        }
        return facts.found;
    }

    private static List<Fact> decided(String subject, IdeaDecided decided) {
        var byDueDay = new Facts(subject, decided.unit(), decided.dueOn())
                .add(Indicator.IDEAS_ON_TIME, !decided.decidedOn().isAfter(decided.dueOn()))
                .found;
        var byDay = new Facts(subject, decided.unit(), decided.decidedOn())
                .add(Indicator.LOOP_CLOSED, false)
                .add(Indicator.DECISIONS_BY_MANAGERS, decided.byManager())
                .add(Indicator.OUT_OF_SCOPE, decided.outOfScope())
                .add(Indicator.INQUIRIES_DECIDED, 1, decided.form() == IdeaForm.INQUIRY ? 1 : 0)
                .found;
        return Stream.concat(byDueDay.stream(), byDay.stream()).toList();
    }

    /** The facts of one event. */
    private static final class Facts {

        private final List<Fact> found = new ArrayList<>();
        private final String subject;
        private final String unit;
        private final Period.Week week;
        private Circumstances circumstances = Circumstances.UNTOLD;

        Facts(String subject, String unit, LocalDate day) {
            this.subject = subject;
            this.unit = unit;
            this.week = Period.Week.of(day);
        }

        Facts add(Indicator indicator, boolean holds) {
            return add(indicator, holds ? 1 : 0, 1);
        }

        Facts add(Indicator indicator, int holds, int of) {
            if (of > 0) {
                found.add(new Fact(indicator, subject, unit, week, holds, of, circumstances));
            }
            return this;
        }

        List<Fact> meeting(MeetingHeld held) {
            var roles = held.roles();
            circumstances =
                    new Circumstances(held.kind(), held.channel(), roles.contains(Role.PEER_EXPERT), held.activity());
            if (held.closingQuestion() == ClosingQuestion.PRIVATE) {
                add(Indicator.ANSWER_RATE, 0, 1);
            }
            if (DEVELOPING.contains(held.kind())) {
                add(Indicator.SESSIONS_WITH_CLIENTS, roles.contains(Role.CLIENT));
                add(Indicator.SESSIONS_WITH_ALL_FOUR, roles.containsAll(EnumSet.allOf(Role.class)));
                add(Indicator.SESSIONS_WITH_MANDATE, Boolean.TRUE.equals(held.mandateStated()));
                int there = Objects.requireNonNullElse(held.groupsRepresented(), 0);
                add(Indicator.GROUPS_REPRESENTED, there, there + Objects.requireNonNullElse(held.groupsMissing(), 0));
            }
            if (held.kind() == MeetingKind.NETWORK) {
                add(Indicator.CLIENT_STATEMENTS, held.clientStatement() == ClientStatement.GIVEN);
            }
            if (held.inPreferredPlace() != null) {
                add(Indicator.PREFERRED_PLACE, held.inPreferredPlace());
            }
            if (roles.contains(Role.CLIENT)) {
                add(Indicator.CLOSING_QUESTION_ASKED, held.closingQuestion() != ClosingQuestion.NOT_ASKED);
            }
            return add(Indicator.FACE_TO_FACE, held.channel() == Channel.FACE_TO_FACE)
                    .add(Indicator.BY_PHONE, held.channel() == Channel.PHONE)
                    .add(Indicator.BY_VIDEO, held.channel() == Channel.VIDEO)
                    .add(Indicator.WITH_PEER_EXPERT, roles.contains(Role.PEER_EXPERT))
                    .add(Indicator.SUFFICIENT_TIME, 4 * held.actualMinutes() >= 3 * held.plannedMinutes())
                    .add(Indicator.DOING_TOGETHER, held.kind() == MeetingKind.DOING_TOGETHER)
                    .add(Indicator.OVERRUNS, held.actualMinutes() > held.plannedMinutes())
                    .found;
        }

        List<Fact> revision(PlanRevised revised) {
            int goals = revised.goalsByClient() + revised.goalsByWorker() + revised.goalsTogether();
            if (revised.goalsWithResponsible() != null) {
                add(Indicator.GOALS_WITH_RESPONSIBLE, revised.goalsWithResponsible(), goals);
            }
            return add(Indicator.CLIENT_GOALS, revised.goalsByClient(), goals)
                    .add(Indicator.TWO_VOICE_REVISIONS, revised.goalsInTwoVoices() == goals)
                    .add(Indicator.RECORDED_DISAGREEMENT, revised.differingGoals() > 0)
                    .add(Indicator.REVISIONS_FROM_FEEDBACK, revised.answers() == RevisionAnswers.FEEDBACK)
                    .found;
        }

        List<Fact> promise(CommitmentClosed closed) {
            return closed.outcome() == CommitmentOutcome.CANCELLED_WITH_NOTICE
                    ? found
                    : add(Indicator.COMMITMENTS_KEPT, closed.outcome() == CommitmentOutcome.KEPT).found;
        }

        List<Fact> worker(WorkerChanged changed) {
            return add(Indicator.HANDOVERS_MET, changed.handoverMet())
                    .add(Indicator.RETURNS, changed.returning())
                    .found;
        }

        List<Fact> idea(IdeaProposed proposed) {
            if (proposed.form() == IdeaForm.INQUIRY) {
                add(Indicator.INQUIRIES_DECIDED, false);
            }
            return add(Indicator.CLIENT_ORIGIN_IDEAS, proposed.origin() == Origin.CLIENT)
                    .add(Indicator.IDEAS_OF_DISAPPOINTMENTS, proposed.bornOf() == BornOf.DISAPPOINTMENT)
                    .add(Indicator.OWN_LIFE, proposed.area() == Area.OWN_LIFE)
                    .add(Indicator.PROCESSES_OF_INFLUENCE, proposed.area() == Area.PROCESSES_OF_INFLUENCE)
                    .add(Indicator.COMMON_GOOD, proposed.area() == Area.COMMON_GOOD)
                    .found;
        }

        List<Fact> checked(IdeaChecked checked) {
            if (checked.form() == IdeaForm.GROUP && checked.monthsAfter() == 6 && checked.origin() == Origin.CLIENT) {
                add(Indicator.GROUPS_ALIVE_6, checked.alive());
            }
            return add(checked.monthsAfter() == 6 ? Indicator.ROOTED_6 : Indicator.ROOTED_12, checked.alive()).found;
        }
    }
}
