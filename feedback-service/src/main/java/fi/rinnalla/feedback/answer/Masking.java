package fi.rinnalla.feedback.answer;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes identity numbers, phone numbers and e-mail addresses out of what people write, before anybody reads it. Errs on
 * the side of masking: a masked date of a bus card costs less than a number that is read.
 */
public final class Masking {

    static final String MASK = "▒▒▒";

    private static final List<Pattern> PATTERNS = List.of(
            // Finnish personal identity code, also with a space for the century sign, and all signs since 2023
            Pattern.compile("(?<![0-9])[0-3]\\d[01]\\d{3}\\s?[-–+A-FU-Ya-fu-y]?\\s?\\d{3}[0-9A-Za-z](?![0-9A-Za-z])"),
            Pattern.compile(
                    "[\\p{L}0-9._%+-]+\\s?(@|\\(at\\)|\\[at\\]| at | ät )\\s?[\\p{L}0-9-]+(\\s?\\.\\s?[\\p{L}0-9-]+)+"),
            // phone numbers, with the spaces and dashes that people put into them
            Pattern.compile("(?<![0-9])(\\+|00)\\s?\\d{1,3}([\\s.\\-()]{0,2}\\d){6,12}(?!\\d)"),
            Pattern.compile("(?<![0-9])\\(?0\\d{1,3}\\)?([\\s.\\-]{0,2}\\d){5,9}(?!\\d)"));

    /** What remains, and whether anything was taken out. */
    record Masked(String text, boolean changed) {}

    private Masking() {}

    public static boolean isNeeded(String text) {
        return mask(text).changed();
    }

    static Masked mask(String text) {
        var masked = text;
        for (var pattern : PATTERNS) {
            masked = pattern.matcher(masked).replaceAll(MASK);
        }
        return new Masked(masked, !masked.equals(text));
    }
}
