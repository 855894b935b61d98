package fi.rinnalla.service.answering;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** One of a few names in an address, written as in JSON: {@code ?giver=peer-expert}. */
public final class OneOf {

    private OneOf() {}

    /** @throws BadRequest that says which there are */
    public static <T extends Enum<T>> T named(String parameter, String name, Class<T> all) {
        return Arrays.stream(all.getEnumConstants())
                .filter(one -> slug(one).equals(name))
                .findFirst()
                .orElseThrow(() -> BadRequest.parameter(
                        parameter,
                        Arrays.stream(all.getEnumConstants())
                                .map(OneOf::slug)
                                .collect(Collectors.joining(", ", "One of ", "."))));
    }

    private static String slug(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
