package fi.rinnalla.peerexpert.matching;

import fi.rinnalla.service.pages.Language;
import java.util.List;
import java.util.Optional;

/**
 * A reason of a score, in the reader's language.
 *
 * @param words what it says: "Speaks Swedish"
 */
public record Why(String code, String words, int points) {

    private static final String FOLDER = "/matching";

    public static List<Why> of(Score score, Language language) {
        var texts = language.texts(FOLDER);
        return score.reasons().stream()
                .map(reason -> new Why(
                        reason.code(),
                        Optional.ofNullable(texts.getProperty("because." + reason.code()))
                                .orElse(texts.getProperty("because.language"))
                                .replace("{}", reason.value()),
                        reason.points()))
                .toList();
    }

    static String of(Rule rule, Language language) {
        return language.texts(FOLDER).getProperty(rule.slug());
    }
}
