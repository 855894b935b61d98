package fi.rinnalla.session.plan;

import fi.rinnalla.event.plan.Source;
import fi.rinnalla.service.pages.Language;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What changed from one revision of a plan to the next and who wanted it, in plain language. */
final class Changes {

    private static final String FOLDER = "/plan";

    /** @param what a code, {@code goal-new} for example */
    record Change(
            String what,
            @Nullable UUID goal,
            @Nullable String before,
            @Nullable String after,
            String sentence) {}

    private final Language language;
    private final String wantedBy;
    private final List<Change> found = new ArrayList<>();

    private Changes(Language language, Source proposedBy) {
        this.language = language;
        this.wantedBy = text("wanted-by-" + proposedBy.name().toLowerCase(Locale.ROOT));
    }

    static List<Change> between(List<Goal> before, Revision after, Language language) {
        var changes = new Changes(language, after.proposedBy());
        var earlier = before.stream().collect(Collectors.toMap(Goal::id, Function.identity()));
        after.goals().forEach(goal -> {
            var was = earlier.remove(goal.id());
            if (was == null) {
                changes.add("goal-new", goal.id(), null, goal.clientWords());
            } else {
                changes.compare(was, goal);
            }
        });
        before.stream()
                .filter(goal -> earlier.containsKey(goal.id()))
                .forEach(goal -> changes.add("goal-let-go", goal.id(), goal.clientWords(), null));
        return changes.found;
    }

    private void compare(Goal was, Goal is) {
        if (!was.clientWords().equals(is.clientWords())) {
            add("client-words", is.id(), was.clientWords(), is.clientWords());
        }
        if (!was.workerWords().equals(is.workerWords())) {
            add("worker-words", is.id(), was.workerWords(), is.workerWords());
        }
        if (was.differs() != is.differs()) {
            add(is.differs() ? "seen-differently" : "seen-alike", is.id(), was.clientWords(), is.clientWords());
        }
        if (!Objects.equals(was.responsible(), is.responsible())) {
            add(
                    is.responsible() == null ? "nobody-responsible" : "responsible",
                    is.id(),
                    was.clientWords(),
                    is.responsible());
        }
    }

    private void add(String what, @Nullable UUID goal, @Nullable String before, @Nullable String after) {
        found.add(new Change(
                what, goal, before, after, new MessageFormat(text(what)).format(new Object[] {before, after, wantedBy
                        })));
    }

    private String text(String key) {
        return language.texts(FOLDER).getProperty(key);
    }
}
