package fi.rinnalla.local.seeds;

import fi.rinnalla.local.infrastructure.UserError;
import fi.rinnalla.local.seeds.SeedFile.Step;
import fi.rinnalla.local.seeds.SeedFile.Story;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** Tells a story step by step, as the people in it. Names in braces stand for what earlier steps made or found. */
final class TellStory {

    private static final Pattern NAME = Pattern.compile("\\{([^{}\"]+)}");

    private final Function<String, Visitor> people;
    private final Map<String, String> known;

    /** @param known names that every story may use: the activities, the peer experts, the plans and their clients */
    TellStory(Function<String, Visitor> people, Map<String, String> known) {
        this.people = people;
        this.known = known;
    }

    String tell(SeedFile file, Story story) {
        var names = new HashMap<>(known);
        for (int i = 0; i < story.steps().size(); i++) {
            var step = story.steps().get(i);
            var where = "%s, step %d (%s)".formatted(story.id(), i + 1, step.does());
            var answer = send(step, names, where, LoadSeeds.key(file, "story", story.id() + "/" + (i + 1)));
            if (answer.status() / 100 != 2) {
                LoadSeeds.must(answer, 200, where);
            }
            Optional.ofNullable(step.called()).ifPresent(name -> {
                var location = answer.header("Location");
                names.put(name, location.substring(location.lastIndexOf('/') + 1));
            });
            Optional.ofNullable(step.finds())
                    .ifPresent(finds -> finds.forEach((name, pointer) ->
                            names.put(name, answer.json().at(pointer).asString())));
        }
        return story.id();
    }

    private Visitor.Answer send(Step step, Map<String, String> names, String where, String key) {
        var words = step.does().split(" ", 2);
        var path = filled(words[1], names, where);
        var person = people.apply(step.as());
        if (words[0].equals("GET")) {
            return person.get(path);
        }
        var body = step.with() == null ? "" : filled(JsonMapper.shared().writeValueAsString(step.with()), names, where);
        // Bodies that are the same in every run are taken for the same request.
        return person.post(path, body, key, step.version() == null ? null : "\"" + step.version() + "\"");
    }

    private static String filled(String text, Map<String, String> names, String where) {
        return NAME.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(Optional.ofNullable(names.get(match.group(1)))
                        .orElseThrow(() ->
                                new UserError("%s: no earlier step is called %s.".formatted(where, match.group(1))))));
    }
}
