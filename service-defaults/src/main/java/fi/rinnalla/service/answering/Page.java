package fi.rinnalla.service.answering;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a longer list.
 *
 * @param items at most as many as were asked for
 * @param next  cursor to the following part, absent at the end
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /** @param oneMoreThanAsked the rows found with a limit of one more than the page holds */
    public static <T> Page<T> of(List<T> oneMoreThanAsked, Paging paging, Function<T, String> key) {
        if (oneMoreThanAsked.size() <= paging.limit()) {
            return new Page<>(oneMoreThanAsked, null);
        }
        var items = oneMoreThanAsked.subList(0, paging.limit());
        return new Page<>(items, paging.cursorAfter(key.apply(items.getLast())));
    }
}
