package fi.rinnalla.feedback.indicator;

import java.util.List;
import java.util.Locale;

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
    DECISIONS_BY_MANAGERS("decisions that a manager stands behind / decisions", "P8"),
    OUT_OF_SCOPE("ideas declined because they can't be influenced here / decisions; the limits should be stated before", "P34"),
    ROOTED_6("rooted ideas alive / checked, 6 months after the project's end", "P51"),
    ROOTED_12("rooted ideas alive / checked, 12 months after the project's end", "P51"),
    GROUPS_ALIVE_6("groups on clients' initiative alive / checked, 6 months after", "P54"),
    INQUIRIES_DECIDED("studies that led to a decision / studies begun", "P57"),
    SESSIONS_WITH_CLIENTS("meetings in which things were developed with a client present / all such meetings", "P33"),
    SESSIONS_WITH_ALL_FOUR("such meetings with client, peer expert, professional and manager / all such meetings", "P7"),
    SESSIONS_WITH_MANDATE("such meetings in which it was stated who can decide what / all such meetings", "P46"),
    GROUPS_REPRESENTED("groups that the matter touches and that were there / those groups", "P47"),
    CLIENT_STATEMENTS("network meetings with the client's statement in own words / network meetings", "P25"),
    PREFERRED_PLACE("meetings in a place that the client prefers / meetings where a preference is known", "P12"),
    FACE_TO_FACE("meetings face to face / meetings held", "P28"),
    DOING_TOGETHER("meetings of the kind doing together / meetings held", "P30"),
    WITHIN_TIME_BUDGET("clients' months within the time that the unit sets aside / clients' months with a meeting", "P3"),
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
    RETAINED_6("peer experts who had not left six months after joining / those who joined; in the period in which the six months are over", "P59"),
    TRAINING_COMPLETED("people who completed their training / people who started it, of the period of starting", "P35"),
    WITH_PEER_TRAINER("completed trainings with a peer expert among the trainers / completed trainings", "P35"),
    FILLED_IN_A_WEEK("requests for which everybody was found within seven days / requests for which everybody was found", "P44"),
    INVITATIONS_ACCEPTED("invitations accepted / invitations answered", "P48"),
    LOAD_SPREAD("tasks that were at most the third of their doer in the month / tasks done", "P44"),
    PAIR_TASKS("tasks done in pair with a professional / tasks done", "P37"),
    SUPERVISION_ON_TIME("supervision held by its time / supervision held", "P44"),
    PAID_IN_14_DAYS("claims paid within 14 days of being submitted / claims paid", "P44"),
    PSEUDO_PARTICIPATION(
            "0.25 (1 - sessions with mandate) + 0.25 (1 - ideas on time) + 0.25 (1 - sessions with clients) + 0.25 (1 - loop closed)",
            "P46");

    /** What pseudo-participation is made of, each with a quarter of the weight: each is something that it should not lack. */
    static final List<Indicator> WEIGHED_ALIKE = List.of(SESSIONS_WITH_MANDATE, IDEAS_ON_TIME, SESSIONS_WITH_CLIENTS, LOOP_CLOSED);

    private final String formula;
    private final String practice;

    Indicator(String formula, String practice) {
        this.formula = formula;
        this.practice = practice;
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
