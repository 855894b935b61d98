package fi.rinnalla.feedback.question;

import com.fasterxml.jackson.annotation.JsonProperty;
import fi.rinnalla.service.answering.BadRequest;
import fi.rinnalla.service.answering.Words;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One question.
 *
 * @param key        its name in answers and figures; a question that is worded anew is another question with another key
 * @param words      as it is asked
 * @param plain      the same in plain language; absent where the words are plain already
 * @param audio      where each language is read aloud, an address under https; absent where nobody has read it yet
 * @param instrument whose question it is, where its wording may not be altered
 */
public record Question(
        @NotNull(message = "required") @Pattern(regexp = "[a-z][a-z0-9-]{1,39}", message = "slug")
        String key,

        @NotNull(message = "required") Slot slot,
        @NotNull(message = "required") Scale scale,
        @NotNull(message = "required") @Valid Texts words,
        @Nullable @Valid Texts plain,
        @Nullable @Valid Texts audio,
        @Nullable @Valid Instrument instrument) {

    public enum Slot {
        /** Of an instrument, under its licence: word for word. */
        @JsonProperty("locked")
        LOCKED,
        /** The national kind: would recommend, and core statements. */
        @JsonProperty("national")
        NATIONAL,
        @JsonProperty("own")
        OWN
    }

    public enum Scale {
        /** 1, fully disagree, to 5, fully agree. */
        @JsonProperty("agreement")
        AGREEMENT(1, 5),
        /** 0, not at all likely, to 10, very likely. */
        @JsonProperty("recommendation")
        RECOMMENDATION(0, 10),
        /** Answered in words, which a moderator reads first. */
        @JsonProperty("words")
        WORDS(0, -1);

        private final int least;
        private final int most;

        Scale(int least, int most) {
            this.least = least;
            this.most = most;
        }

        public int least() {
            return least;
        }

        public int most() {
            return most;
        }
    }

    /** @param licence what it allows, and to whom; none is shipped with the product */
    public record Instrument(
            @Words(max = 200) String name,
            @Words(max = 1_000) String licence) {}

    public Question {
        if ((slot == Slot.LOCKED) != (instrument != null)) {
            throw BadRequest.field(
                    "/questions",
                    "instrument-and-licence",
                    "A locked question names its instrument and licence, another does not.");
        }
        if (audio != null && !(isWeb(audio.fi()) && isWeb(audio.sv()) && isWeb(audio.en()))) {
            throw BadRequest.field("/questions", "https", "Where a question is read aloud is an address under https.");
        }
    }

    private static boolean isWeb(String address) {
        return address.startsWith("https://");
    }

    public boolean isScored() {
        return scale != Scale.WORDS;
    }

    boolean asks(Question other) {
        return words.equals(other.words) && scale == other.scale && slot == other.slot;
    }
}
