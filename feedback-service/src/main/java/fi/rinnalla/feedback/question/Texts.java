package fi.rinnalla.feedback.question;

import fi.rinnalla.service.answering.Words;
import fi.rinnalla.service.pages.Language;

/** A text in the three languages; none is left out. */
public record Texts(
        @Words(max = 500) String fi,
        @Words(max = 500) String sv,
        @Words(max = 500) String en) {

    public String in(Language language) {
        return switch (language) {
            case FI -> fi;
            case SV -> sv;
            case EN -> en;
        };
    }
}
