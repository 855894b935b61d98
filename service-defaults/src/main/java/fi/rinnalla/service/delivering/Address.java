package fi.rinnalla.service.delivering;

import fi.rinnalla.service.answering.BadRequest;
import java.util.regex.Pattern;

/** Where somebody is reached: personal data, so it is sealed wherever it is kept. */
public record Address(Way way, String value) {

    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\",;:]{1,64}@[\\w.-]{1,180}\\.[A-Za-z]{2,24}");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9]{5,15}");

    /** @param pointer of the field in the request, for whoever has to mend it */
    public static Address of(String pointer, Way way, String typed) {
        var value = way == Way.TEXT_MESSAGE ? typed.replaceAll("[\\s()-]", "") : typed.strip();
        if (!(way == Way.TEXT_MESSAGE ? PHONE : EMAIL).matcher(value).matches()) {
            throw way == Way.TEXT_MESSAGE
                    ? BadRequest.field(pointer, "phone", "A phone number is written 040 123 4567 or +358 40 123 4567.")
                    : BadRequest.field(pointer, "email", "An e-mail address is written name@example.fi.");
        }
        return new Address(way, value);
    }
}
