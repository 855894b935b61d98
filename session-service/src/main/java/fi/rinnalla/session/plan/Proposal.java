package fi.rinnalla.session.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import fi.rinnalla.event.plan.RevisionAnswers;
import fi.rinnalla.event.plan.Source;
import fi.rinnalla.service.answering.BadRequest;
import fi.rinnalla.service.answering.Refused;
import fi.rinnalla.service.answering.Words;
import fi.rinnalla.service.keeping.Whole;
import fi.rinnalla.session.plan.Goal.Difference;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A revision that one of the two proposes. It waits for the other, who adds their own words to each goal: a plan is revised
 * once both have agreed.
 */
class Proposal extends Whole {

    enum State {
        @JsonProperty("open")
        OPEN,
        @JsonProperty("agreed")
        AGREED,
        @JsonProperty("withdrawn")
        WITHDRAWN
    }

    /** A goal of which one voice is known so far. */
    record HalfGoal(
            @Nullable UUID id,
            @NotNull(message = "required") Source source,
            @Words String words,
            @Words(max = 200, optional = true) @Nullable String responsible) {}

    /**
     * The other voice for one goal.
     *
     * @param difference absent where the two see it alike
     */
    record OtherVoice(@Words String words, @Nullable @Valid Difference difference) {}

    private UUID plan = new UUID(0, 0);
    private long planVersion;
    private Source proposedBy = Source.CLIENT;
    private String reason = "";
    private RevisionAnswers answers = RevisionAnswers.CLIENT_WISH;
    private @Nullable UUID answersWhich;
    private List<HalfGoal> goals = List.of();
    private State state = State.OPEN;

    private Proposal() {}

    /** @param planVersion the plan as the proposer saw it */
    Proposal(
            UUID id,
            UUID plan,
            long planVersion,
            Source proposedBy,
            String reason,
            RevisionAnswers answers,
            @Nullable UUID answersWhich,
            List<HalfGoal> goals) {
        super(id);
        this.plan = plan;
        this.planVersion = planVersion;
        this.proposedBy = proposedBy;
        this.reason = reason;
        this.answers = answers;
        this.answersWhich = answersWhich;
        this.goals = goals;
    }

    /** The goals in both voices; the other one agrees, and nobody agrees with themselves. */
    List<Goal> agree(Source other, List<OtherVoice> voices) {
        requireOpen();
        if (other == proposedBy) {
            throw new Refused("own-proposal", "You proposed this yourself: the other one agrees to it.");
        }
        if (voices.size() != goals.size()) {
            throw BadRequest.field(
                    "/voices", "one-for-each-goal", "Give your own words for each goal, in the same order.");
        }
        state = State.AGREED;
        return IntStream.range(0, goals.size())
                .mapToObj(i -> joined(goals.get(i), voices.get(i)))
                .toList();
    }

    private Goal joined(HalfGoal half, OtherVoice voice) {
        boolean clientFirst = proposedBy == Source.CLIENT;
        return new Goal(
                half.id(),
                half.source(),
                clientFirst ? half.words() : voice.words(),
                clientFirst ? voice.words() : half.words(),
                voice.difference(),
                half.responsible());
    }

    void withdraw(Source who) {
        requireOpen();
        if (who != proposedBy) {
            throw new Refused("wrong-state", "Only the one who proposed it withdraws it.");
        }
        state = State.WITHDRAWN;
    }

    private void requireOpen() {
        if (state != State.OPEN) {
            throw new Refused("wrong-state", "This proposal is no longer open.");
        }
    }

    UUID plan() {
        return plan;
    }

    long planVersion() {
        return planVersion;
    }

    Source proposedBy() {
        return proposedBy;
    }

    String reason() {
        return reason;
    }

    RevisionAnswers answers() {
        return answers;
    }

    @Nullable
    UUID answersWhich() {
        return answersWhich;
    }

    List<HalfGoal> goals() {
        return goals;
    }

    State state() {
        return state;
    }
}
