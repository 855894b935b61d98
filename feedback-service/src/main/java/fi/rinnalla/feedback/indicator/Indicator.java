package fi.rinnalla.feedback.indicator;

import fi.rinnalla.event.feedback.Giver;
import fi.rinnalla.feedback.figure.Measure;
import fi.rinnalla.feedback.heard.HeardView;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The indicators of what an organisation does, each defined here and nowhere else. A figure is a share: of so many facts, so
 * many hold. Names and meanings are in {@code indicator/*.properties}.
 */
enum Indicator {
    COMMITMENTS_KEPT("kept / (kept + late), promises closed in the period; cancelled with notice left out", "P10"),
    CLIENT_GOALS("goals with source client / all goals, of the revisions of the period", "P9"),
    TWO_VOICE_REVISIONS("revisions with every goal in both voices / revisions", "P9"),
    RECORDED_DISAGREEMENT("revisions in which both views of a difference are kept / revisions", "P14"),
    GOALS_WITH_RESPONSIBLE("goals that somebody of the network looks after / goals, of revisions since 2026-11", "P15"),
    IDEAS_ON_TIME("ideas answered by their day / ideas whose answer was due in the period", "P46"),
    LOOP_CLOSED("decided ideas whose proposers have all been told / decided ideas", "P17"),
    CLIENT_ORIGIN_IDEAS("ideas with origin client / ideas proposed", "P51"),
    IDEAS_OF_DISAPPOINTMENTS("ideas born of a disappointment / ideas proposed", "P58"),
    DECISIONS_BY_MANAGERS("decisions that a manager stands behind / decisions", "P8"),
    OUT_OF_SCOPE(
            "ideas declined because they can't be influenced here / decisions; the limits should be stated before",
            "P34"),
    ROOTED_6("rooted ideas alive / checked, 6 months after the project's end", "P51"),
    ROOTED_12("rooted ideas alive / checked, 12 months after the project's end", "P51"),
    GROUPS_ALIVE_6("groups on clients' initiative alive / checked, 6 months after", "P54"),
    INQUIRIES_DECIDED("studies that led to a decision / studies begun", "P57"),
    SESSIONS_WITH_CLIENTS("meetings in which things were developed with a client present / all such meetings", "P33"),
    SESSIONS_WITH_ALL_FOUR(
            "such meetings with client, peer expert, professional and manager / all such meetings", "P7"),
    SESSIONS_WITH_MANDATE("such meetings in which it was stated who can decide what / all such meetings", "P46"),
    GROUPS_REPRESENTED("groups that the matter touches and that were there / those groups", "P47"),
    CLIENT_STATEMENTS("network meetings with the client's statement in own words / network meetings", "P25"),
    PREFERRED_PLACE("meetings in a place that the client prefers / meetings where a preference is known", "P12"),
    FACE_TO_FACE("meetings face to face / meetings held", "P28"),
    DOING_TOGETHER("meetings of the kind doing together / meetings held", "P30"),
    WITHIN_TIME_BUDGET(
            "clients' months within the time that the unit sets aside / clients' months with a meeting", "P3"),
    OVERRUNS("meetings that took longer than planned / meetings held", "P3"),
    CLOSING_QUESTION_ASKED("meetings in which the closing question was asked / meetings held with a client", "P1"),
    HANDOVERS_MET("changes of worker with a handover meeting / changes of worker", "P24"),
    RETURNS("changes of worker back to an earlier one / changes of worker", "P23"),
    NEEDS_ANSWERED("unmet needs answered by management / unmet needs recorded", "P5"),
    REACH("workers who took part in developing / all workers, of the unit's months", "P56"),
    OWN_LIFE("ideas of the area own life / ideas proposed", "P61"),
    PROCESSES_OF_INFLUENCE("ideas of the area processes of influence / ideas proposed", "P61"),
    COMMON_GOOD("ideas of the area common good / ideas proposed", "P61"),
    ASKED_SAID_YES("clients who said yes, at once or later / clients who were asked, of the period of asking", "P48"),
    RETAINED_6(
            "peer experts who had not left six months after joining / those who joined; in the period in which the six months are over",
            "P59"),
    TRAINING_COMPLETED("people who completed their training / people who started it, of the period of starting", "P35"),
    WITH_PEER_TRAINER("completed trainings with a peer expert among the trainers / completed trainings", "P35"),
    FILLED_IN_A_WEEK(
            "requests for which everybody was found within seven days / requests for which everybody was found", "P44"),
    INVITATIONS_ACCEPTED("invitations accepted / invitations answered", "P48"),
    LOAD_SPREAD("tasks that were at most the third of their doer in the month / tasks done", "P44"),
    PAIR_TASKS("tasks done in pair with a professional / tasks done", "P37"),
    SUPERVISION_ON_TIME("supervision held by its time / supervision held", "P44"),
    PAID_IN_14_DAYS("claims paid within 14 days of being submitted / claims paid", "P44"),
    HEARD("clients who agree (4 or 5 of 5) that they were heard / clients who answered", "P2", Giver.CLIENT, "heard"),
    ENOUGH_TIME(
            "clients who agree (4 or 5 of 5) that there was enough time / clients who answered",
            "P3",
            Giver.CLIENT,
            "time"),
    SPOKEN_TO_AS_ADULT("clients who agree (4 or 5 of 5) / clients who answered", "P27", Giver.CLIENT, "adult"),
    VIEW_HEARD(
            "clients who agree (4 or 5 of 5), after network meetings / clients who answered",
            "P26",
            Giver.CLIENT,
            "view-heard"),
    HAD_EFFECT(
            "clients who agree (4 or 5 of 5) that what they said had an effect / clients who answered",
            "P17",
            Giver.CLIENT,
            "effect"),
    RELATIVES_HEARD(
            "relatives who agree (4 or 5 of 5) that they were heard / relatives who answered",
            "P25",
            Giver.RELATIVE,
            "relative-heard"),
    PEER_MEANINGFUL(
            "peer experts who agree (4 or 5 of 5) that it felt meaningful / who answered",
            "P59",
            Giver.PEER_EXPERT,
            "meaningful"),
    PEER_TOO_HEAVY(
            "peer experts who agree (4 or 5 of 5) that it was too heavy / who answered",
            "P59",
            Giver.PEER_EXPERT,
            "too-heavy"),
    STAFF_MEANINGFUL(
            "professionals who agree (4 or 5 of 5) that it felt meaningful / who answered",
            "P62",
            Giver.PROFESSIONAL,
            "meaningful"),
    STAFF_TIME(
            "professionals who agree (4 or 5 of 5) that there was enough time / who answered",
            "P62",
            Giver.PROFESSIONAL,
            "worker-time"),
    ANSWER_RATE("private answers that are out / meetings whose client chose to answer privately", "P1"),
    WITH_PEER_EXPERT("meetings with a peer expert / meetings held", "P37"),
    BY_PHONE("meetings by phone / meetings held", "P28"),
    BY_VIDEO("meetings by video / meetings held", "P28"),
    SUFFICIENT_TIME("meetings that took at least three quarters of what was planned / meetings held", "P3"),
    REVISIONS_FROM_FEEDBACK("revisions that answer feedback / revisions", "P9"),
    DAYS_TO_PAYMENT("days from submitting to payment, summed / claims paid", "P44", "days"),
    HOURS_TO_FILL("hours from asking to the last yes, summed / requests for which everybody was found", "P44", "hours"),
    PSEUDO_PARTICIPATION(
            "0.25 (1 - sessions with mandate) + 0.25 (1 - ideas on time) + 0.25 (1 - sessions with clients) + 0.25 (1 - loop closed)",
            "P46");

    /** What pseudo-participation is made of, each with a quarter of the weight: each is something that it should not lack. */
    static final List<Indicator> WEIGHED_ALIKE =
            List.of(SESSIONS_WITH_MANDATE, IDEAS_ON_TIME, SESSIONS_WITH_CLIENTS, LOOP_CLOSED);

    /** @param question the key of a question that givers answer */
    record Asks(Giver giver, String question) {}

    static final int AGREES_FROM = 4;

    private final String formula;
    private final String practice;
    private final @Nullable Asks asks;
    private final @Nullable String meanOf;

    Indicator(String formula, String practice) {
        this(formula, practice, (Asks) null, null);
    }

    Indicator(String formula, String practice, String meanOf) {
        this(formula, practice, (Asks) null, meanOf);
    }

    Indicator(String formula, String practice, Giver giver, String question) {
        this(formula, practice, new Asks(giver, question), null);
    }

    Indicator(String formula, String practice, @Nullable Asks asks, @Nullable String meanOf) {
        this.formula = formula;
        this.practice = practice;
        this.asks = asks;
        this.meanOf = meanOf;
    }

    /** What givers are asked for it; absent where it counts what happened. */
    @Nullable
    Asks asks() {
        return asks;
    }

    /** What its facts are kept under. */
    String keptAs() {
        return asks == null ? name() : asks.giver() + "/" + asks.question();
    }

    /** Whose facts it is counted from. */
    List<String> views() {
        return List.of(asks == null ? IndicatorView.NAME : HeardView.NAME);
    }

    /** Whether it changes with facts that are kept so. */
    boolean restsOn(String keptAs) {
        return keptAs().equals(keptAs)
                || this == PSEUDO_PARTICIPATION
                        && WEIGHED_ALIKE.stream().anyMatch(part -> part.keptAs().equals(keptAs));
    }

    boolean isMean() {
        return meanOf != null;
    }

    String unit() {
        return this == PSEUDO_PARTICIPATION ? "lack" : Objects.requireNonNullElse(meanOf, "share");
    }

    Measure measure() {
        return asks != null ? Measure.agreement(AGREES_FROM) : isMean() ? Measure.MEAN : Measure.SHARE;
    }

    /** Its name in addresses: {@code commitments-kept}. */
    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String formula() {
        return formula;
    }

    String practice() {
        return practice;
    }
}
