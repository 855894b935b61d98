package fi.rinnalla.feedback.answer;

import java.util.regex.Pattern;

/**
 * Whether somebody may be named in a text: a word with a capital letter that does not begin a sentence. Wrong in both ways at
 * times, so it only decides how many people look (two instead of one), never what is shown.
 */
final class Names {

    private static final Pattern CAPITAL_WITHIN = Pattern.compile("(?<![.!?:\\n\"”»–-])\\s\\p{Lu}\\p{Ll}+");
    /** Written without capitals, as on a phone, beside a word that goes with a name. */
    private static final Pattern BESIDE_A_TITLE = Pattern.compile(
            "(?iu)\\b(lääkäri|hoitaja|ohjaaja|työntekijä|sossu|herra|rouva|läkare|skötare|handledare|herr|fru|doctor|nurse|mr|mrs|ms)\\s+\\p{L}{3,}(nen|la|lä|ström|berg|qvist|son|man)\\b");

    private Names() {}

    static boolean mayBeIn(String text) {
        return CAPITAL_WITHIN.matcher(text).find()
                || BESIDE_A_TITLE.matcher(text).find();
    }
}
