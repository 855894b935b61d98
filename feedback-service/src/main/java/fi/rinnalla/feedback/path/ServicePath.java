package fi.rinnalla.feedback.path;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The services that somebody used, in their order. */
record ServicePath(List<Step> steps) {

    static final int MOST_STEPS = 30;
    /** What a service or a pain point is called: letters, digits, and what stands between them. */
    static final String NAME = "\\s*[\\p{L}0-9][\\p{L}0-9 .,/&'’-]{0,59}";

    private static final Pattern NAMED = Pattern.compile(NAME);
    private static final Locale FINNISH = Locale.of("fi");

    /** @param painPoint what is hardest there; absent where nothing is */
    record Step(String service, boolean works, @Nullable String painPoint) {

        Step {
            service = plain(service);
            painPoint = painPoint == null ? null : plain(painPoint);
        }
    }

    static boolean isName(String text) {
        return NAMED.matcher(text).matches();
    }

    /** Names that differ in capitals and spaces alone are the same. */
    static String plain(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(FINNISH);
    }

    /** Of each service once, however many steps were there: somebody's path is one, and a service that failed once does not work for them. */
    List<Told> told() {
        return steps.stream()
                .collect(Collectors.groupingBy(Step::service, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(service -> new Told(
                        service.getKey(),
                        service.getValue().stream().allMatch(Step::works),
                        service.getValue().stream()
                                .map(Step::painPoint)
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList()))
                .toList();
    }

    /**
     * What a path tells of one service, apart from the rest of the path.
     *
     * @param works absent where it was counted already and its pain points still wait
     */
    record Told(String service, @Nullable Boolean works, List<String> painPoints) {

        Stream<Told> painPointsLeft(Set<String> said) {
            var left = painPoints.stream().filter(name -> !said.contains(name)).toList();
            return left.isEmpty() ? Stream.empty() : Stream.of(new Told(service, null, left));
        }
    }
}
