package fi.rinnalla.session.workshop;

import static java.util.Objects.requireNonNull;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import fi.rinnalla.service.pages.Language;
import fi.rinnalla.session.meeting.Meeting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What a memo tells: the day, the topics with what can be influenced, the themes and the thoughts behind them. */
final class Memo {

    private static final String FOLDER = "/memo";

    /** As Finns write a day. */
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d.M.yyyy");

    /** Marks that would be read as Markdown or HTML stay what they were: somebody's words. */
    private static final Template MARKDOWN = Mustache.compiler()
            .withEscaper(text -> text.replaceAll("([\\\\`*_\\[\\]#|~!])", "\\\\$1")
                    .replace("&", "&amp;")
                    .replace("<", "&lt;")
                    .replace(">", "&gt;"))
            .defaultValue("")
            .compile(template());

    private Memo() {}

    static Map<String, Object> of(Meeting meeting, Workshop workshop, Language language) {
        var words = workshop.notes().stream().collect(Collectors.toMap(Workshop.Note::id, Workshop.Note::words));
        var themes = workshop.themes().stream()
                .filter(Workshop.Theme::live)
                .map(theme -> Map.of(
                        "name", theme.name(),
                        "thoughts",
                                theme.notes().stream()
                                        .map(note -> oneLine(requireNonNull(words.get(note))))
                                        .toList()))
                .toList();
        return Map.of("day", DAY.format(meeting.day()), "topics", meeting.topics(), "themes", themes);
    }

    static String markdown(Meeting meeting, Workshop workshop, Language language) {
        var model = new HashMap<String, Object>(of(meeting, workshop, language));
        language.texts(FOLDER).forEach((key, text) -> model.put(key.toString(), text));
        return MARKDOWN.execute(model);
    }

    private static String oneLine(String words) {
        return words.strip().replaceAll("\\s*\\R\\s*", " ");
    }

    private static String template() {
        try (var in = Objects.requireNonNull(Memo.class.getResourceAsStream(FOLDER + "/memo.md"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
