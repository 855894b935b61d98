package fi.rinnalla.session.notebook;

import com.fasterxml.jackson.annotation.JsonProperty;
import fi.rinnalla.service.answering.Refused;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A small piece of a goal. A step that was missed is paused, never failed (P13).
 *
 * @param parent the step that this is a piece of; absent for a piece of the goal itself
 * @param means  what is tried in it
 * @param coin   what the client finds it worth, in the own reward scheme
 */
record Step(
        UUID id,
        UUID goal,
        @Nullable UUID parent,
        String words,
        State state,
        @Nullable LocalDate doneOn,
        @Nullable UUID means,
        @Nullable String coin) {

    enum State {
        @JsonProperty("ahead")
        AHEAD,
        @JsonProperty("paused")
        PAUSED,
        @JsonProperty("done")
        DONE
    }

    Step done(LocalDate on) {
        if (state == State.DONE) {
            throw new Refused("wrong-state", "This step is done already.");
        }
        return in(State.DONE, on);
    }

    Step pause() {
        if (state != State.AHEAD) {
            throw new Refused("wrong-state", "Only a step that is ahead can be paused.");
        }
        return in(State.PAUSED, null);
    }

    Step resume() {
        if (state == State.AHEAD) {
            throw new Refused("wrong-state", "This step is ahead already.");
        }
        return in(State.AHEAD, null);
    }

    Step worth(String coin) {
        return new Step(id, goal, parent, words, state, doneOn, means, coin);
    }

    private Step in(State next, @Nullable LocalDate doneOn) {
        return new Step(id, goal, parent, words, next, doneOn, means, coin);
    }
}
