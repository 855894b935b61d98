package fi.rinnalla.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents lead to what is there. Addresses of other places are not opened. */
class LinksTest {

    private static final Pattern LINK =
            Pattern.compile("]\\(([^)\\s]+)\\)|^\\[[^]]+]: (\\S+)|\\b(?:src|href)=\"([^\"]+)\"", Pattern.MULTILINE);
    private static final Pattern CODE = Pattern.compile("(?s)```.*?```|`[^`\\n]*`");
    private static final Set<String> NOT_OURS = Set.of("target", "node_modules", ".git", ".rinnalla");

    @Test
    void everyLinkOfEveryDocumentLeadsSomewhere() throws IOException {
        var documents = documents(Running.REPOSITORY);
        assertThat(documents).hasSizeGreaterThan(20);
        var dead = new ArrayList<String>();
        for (var document : documents) {
            dead.addAll(deadLinks(document));
        }
        assertThat(dead).isEmpty();
    }

    @Test
    void aDeadLinkIsNoticed(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("there.md"), "# Über uns, heute\n");
        var document = Files.writeString(folder.resolve("page.md"), """
                [a](there.md) [b](gone.md) [c](there.md#über-uns-heute) [d](there.md#tomorrow)
                <img src="gone.png"> `[e](in-code.md)` https://example.org/any [f](https://example.org/any)

                [g]: gone-too.md
                """);
        assertThat(deadLinks(document))
                .extracting(link -> link.substring(link.indexOf(": ") + 2))
                .containsExactly("gone.md", "there.md#tomorrow", "gone.png", "gone-too.md");
    }

    private static List<String> deadLinks(Path document) throws IOException {
        var text = CODE.matcher(Files.readString(document)).replaceAll("");
        var dead = new ArrayList<String>();
        var links = LINK.matcher(text);
        while (links.find()) {
            var link =
                    links.group(1) != null ? links.group(1) : links.group(2) != null ? links.group(2) : links.group(3);
            if (link.matches("[a-z]+:.*")) {
                continue;
            }
            var parts = link.split("#", 2);
            var target = parts[0].isEmpty()
                    ? document
                    : document.resolveSibling(parts[0]).normalize();
            if (!Files.exists(target) || parts.length > 1 && !headings(target).contains(parts[1])) {
                dead.add(document + ": " + link);
            }
        }
        return dead;
    }

    /** As GitHub makes anchors of them. */
    private static List<String> headings(Path document) throws IOException {
        return Files.readAllLines(document).stream()
                .filter(line -> line.matches("#{1,6} .*"))
                .map(line -> line.replaceFirst("#+ ", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .toList();
    }

    private static List<Path> documents(Path root) throws IOException {
        var found = new ArrayList<Path>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return NOT_OURS.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(".md")) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }
}
