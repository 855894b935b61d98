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
 * many hold. Names, meanings and formulas are in {@code indicator/*.properties}, each in three languages.
 */
enum Indicator {
    COMMITMENTS_KEPT("P10"),
    CLIENT_GOALS("P9"),
    TWO_VOICE_REVISIONS("P9"),
    RECORDED_DISAGREEMENT("P14"),
    GOALS_WITH_RESPONSIBLE("P15"),
    IDEAS_ON_TIME("P46"),
    LOOP_CLOSED("P17"),
    CLIENT_ORIGIN_IDEAS("P51"),
    IDEAS_OF_DISAPPOINTMENTS("P58"),
    DECISIONS_BY_MANAGERS("P8"),
    OUT_OF_SCOPE("P34"),
    ROOTED_6("P51"),
    ROOTED_12("P51"),
    GROUPS_ALIVE_6("P54"),
    INQUIRIES_DECIDED("P57"),
    SESSIONS_WITH_CLIENTS("P33"),
    SESSIONS_WITH_ALL_FOUR("P7"),
    SESSIONS_WITH_MANDATE("P46"),
    GROUPS_REPRESENTED("P47"),
    CLIENT_STATEMENTS("P25"),
    PREFERRED_PLACE("P12"),
    FACE_TO_FACE("P28"),
    DOING_TOGETHER("P30"),
    WITHIN_TIME_BUDGET("P3"),
    OVERRUNS("P3"),
    CLOSING_QUESTION_ASKED("P1"),
    HANDOVERS_MET("P24"),
    RETURNS("P23"),
    NEEDS_ANSWERED("P5"),
    REACH("P56"),
    OWN_LIFE("P61"),
    PROCESSES_OF_INFLUENCE("P61"),
    COMMON_GOOD("P61"),
    ASKED_SAID_YES("P48"),
    RETAINED_6("P59"),
    TRAINING_COMPLETED("P35"),
    WITH_PEER_TRAINER("P35"),
    FILLED_IN_A_WEEK("P44"),
    INVITATIONS_ACCEPTED("P48"),
    LOAD_SPREAD("P44"),
    PAIR_TASKS("P37"),
    SUPERVISION_ON_TIME("P44"),
    PAID_IN_14_DAYS("P44"),
    HEARD("P2", Giver.CLIENT, "heard"),
    ENOUGH_TIME("P3", Giver.CLIENT, "time"),
    SPOKEN_TO_AS_ADULT("P27", Giver.CLIENT, "adult"),
    VIEW_HEARD("P26", Giver.CLIENT, "view-heard"),
    HAD_EFFECT("P17", Giver.CLIENT, "effect"),
    RELATIVES_HEARD("P25", Giver.RELATIVE, "relative-heard"),
    PEER_MEANINGFUL("P59", Giver.PEER_EXPERT, "meaningful"),
    PEER_TOO_HEAVY("P59", Giver.PEER_EXPERT, "too-heavy"),
    STAFF_MEANINGFUL("P62", Giver.PROFESSIONAL, "meaningful"),
    STAFF_TIME("P62", Giver.PROFESSIONAL, "worker-time"),
    ANSWER_RATE("P1"),
    WITH_PEER_EXPERT("P37"),
    BY_PHONE("P28"),
    BY_VIDEO("P28"),
    SUFFICIENT_TIME("P3"),
    REVISIONS_FROM_FEEDBACK("P9"),
    DAYS_TO_PAYMENT("P44", "days"),
    HOURS_TO_FILL("P44", "hours"),
    PSEUDO_PARTICIPATION("P46");

    /** What pseudo-participation is made of, each with a quarter of the weight: each is something that it should not lack. */
    static final List<Indicator> WEIGHED_ALIKE =
            List.of(SESSIONS_WITH_MANDATE, IDEAS_ON_TIME, SESSIONS_WITH_CLIENTS, LOOP_CLOSED);

    /** @param question the key of a question that givers answer */
    record Asks(Giver giver, String question) {}

    static final int AGREES_FROM = 4;

    private final String practice;
    private final @Nullable Asks asks;
    private final @Nullable String meanOf;

    Indicator(String practice) {
        this(practice, (Asks) null, null);
    }

    Indicator(String practice, String meanOf) {
        this(practice, (Asks) null, meanOf);
    }

    Indicator(String practice, Giver giver, String question) {
        this(practice, new Asks(giver, question), null);
    }

    Indicator(String practice, @Nullable Asks asks, @Nullable String meanOf) {
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

    String practice() {
        return practice;
    }
}
