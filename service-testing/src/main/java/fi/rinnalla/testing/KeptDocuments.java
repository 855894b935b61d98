package fi.rinnalla.testing;

import static java.util.stream.Collectors.toCollection;

import fi.rinnalla.service.keeping.Whole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.json.JsonMapper;

/**
 * Examples of the documents in which aggregates are kept, in the folder {@code documents} of a service, which is only added
 * to. The names of an aggregate's fields are its schema on disk: whoever renames one is told here and not by people whose
 * records lost a part.
 *
 * <p>{@code documents/<aggregate>/1.json} has every field, {@code spellings.txt} each constant of each enum, and
 * {@code documents/kept.txt} the digest of each example, so that none is edited or removed. With
 * {@code -Ddocuments.write=true} new constants and digests are added to these lists.
 */
public final class KeptDocuments {

    private static final String SPELLINGS = "spellings.txt";
    private static final String UNREAD = " is no longer read: ";

    private final Path folder;
    private final JsonMapper documents;
    private final JsonMapper strict;
    private final boolean adds;

    /** @param documents the mapper with which the service keeps its documents */
    public KeptDocuments(Path folder, JsonMapper documents) {
        this(folder, documents, Boolean.getBoolean("documents.write"));
    }

    KeptDocuments(Path folder, JsonMapper documents, boolean adds) {
        this.folder = folder;
        this.documents = documents;
        this.adds = adds;
        // In use an unknown field is passed over: a newer build may have written it. An example has none.
        this.strict = documents
                .rebuild()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .addHandler(new WhatIsWorkedOut())
                .build();
    }

    /** What a type writes and never reads, such as {@code isScored()}, is worked out anew and compared with the example. */
    private final class WhatIsWorkedOut extends DeserializationProblemHandler {

        @Override
        public boolean handleUnknownProperty(
                DeserializationContext context,
                JsonParser parser,
                ValueDeserializer<?> reader,
                Object beanOrClass,
                String name) {
            var type = beanOrClass instanceof Class<?> known ? known : beanOrClass.getClass();
            boolean isWritten = DocumentShape.of(documents, type).fields().contains(name);
            if (isWritten) {
                parser.skipChildren();
            }
            return isWritten;
        }
    }

    /** Every aggregate of a service that is kept whole. */
    public static List<Class<? extends Whole>> aggregatesOf(Class<?> service) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Whole.class));
        var found = new ArrayList<Class<? extends Whole>>();
        for (var candidate : scanner.findCandidateComponents(service.getPackageName())) {
            found.add(ClassUtils.resolveClassName(
                            Objects.requireNonNull(candidate.getBeanClassName()), service.getClassLoader())
                    .asSubclass(Whole.class));
        }
        found.sort(Comparator.comparing(Class::getName));
        return found;
    }

    /** What would be lost or altered of what people have kept, a sentence each. */
    public List<String> faults(Class<? extends Whole> aggregate) {
        var of = folder.resolve(nameOf(aggregate));
        var examples = examplesIn(of);
        if (examples.isEmpty()) {
            return List.of("%s has no example of what is kept of it: write %s with every field"
                    .formatted(aggregate.getSimpleName(), of.resolve("1.json")));
        }
        var shape = DocumentShape.of(documents, aggregate);
        var trees = examples.stream().map(this::tree).toList();
        var shown = new TreeSet<String>();
        var faults = new ArrayList<String>();
        // The latest first: what it has and an earlier one has not, came between them.
        for (int i = examples.size() - 1; i >= 0; i--) {
            faults.addAll(faultsOf(examples.get(i), trees.get(i), aggregate, shape, shown));
            shown.addAll(shape.fieldsIn(trees.get(i)));
        }
        if (faults.stream().anyMatch(fault -> fault.contains(UNREAD))) {
            return faults; // what else would be said of it follows from that
        }
        shape.fields().stream()
                .filter(field -> !shown.contains(field))
                .map(field -> "%s: no example has the field %s; write another example beside those that are there"
                        .formatted(of, field))
                .forEach(faults::add);
        faults.addAll(misspelt(of.resolve(SPELLINGS), shape));
        return faults;
    }

    private List<String> faultsOf(
            Path file, JsonNode example, Class<? extends Whole> aggregate, DocumentShape shape, Set<String> later) {
        try {
            var again = strict.readTree(strict.writeValueAsString(strict.treeToValue(example, aggregate)));
            return shape.differences(example, again).stream()
                    // A field that came later has its default in what was written before.
                    .filter(one -> !(one.isNew() && later.contains(one.field())))
                    .map(one -> file + ": " + one)
                    .toList();
        } catch (JacksonException unread) {
            return List.of(file + UNREAD + unread.getOriginalMessage()
                    + ". What is kept stays readable: keep the name, or move the documents in a migration");
        }
    }

    /** Each spelling that was ever kept is still read, and each that is written today is in the list. */
    private List<String> misspelt(Path list, DocumentShape shape) {
        var kept = lines(list);
        var faults = new ArrayList<String>();
        for (var line : kept) {
            var part = line.split(" ", 2);
            if (part.length < 2 || !shape.reads(strict, part[0], part[1])) {
                faults.add("%s: \"%s\" is no longer read".formatted(list, line));
            }
        }
        var missing = shape.spellings().filter(one -> !kept.contains(one)).toList();
        if (adds) {
            add(list, missing);
        } else {
            missing.forEach(one -> faults.add("%s: the line \"%s\" is missing".formatted(list, one)));
        }
        return faults;
    }

    /** Examples that were edited or removed. One that is moved, because its aggregate has another name now, is still there. */
    public List<String> altered() {
        var list = folder.resolve("kept.txt");
        var kept = lines(list);
        var examples = all();
        var present = examples.stream().map(KeptDocuments::digest).collect(toCollection(TreeSet::new));
        var faults = new ArrayList<String>();
        for (var line : kept) {
            if (!present.contains(line.split(" ", 2)[0])) {
                faults.add("The example \"%s\" was edited or removed; write another beside it instead".formatted(line));
            }
        }
        var known = kept.stream().map(line -> line.split(" ", 2)[0]).collect(toCollection(TreeSet::new));
        var missing = examples.stream()
                .filter(file -> !known.contains(digest(file)))
                .map(file ->
                        digest(file) + " " + folder.relativize(file).toString().replace('\\', '/'))
                .toList();
        if (adds) {
            add(list, missing);
        } else {
            missing.forEach(line -> faults.add("%s: the line \"%s\" is missing".formatted(list, line)));
        }
        return faults;
    }

    /** PeerRequest is in peer-request. */
    static String nameOf(Class<?> aggregate) {
        return aggregate
                .getSimpleName()
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }

    private static List<Path> examplesIn(Path of) {
        if (!Files.isDirectory(of)) {
            return List.of();
        }
        try (var files = Files.list(of)) {
            // 2.json stands before 10.json.
            return files.filter(KeptDocuments::isExample)
                    .sorted(Comparator.comparingInt(
                                    (Path file) -> file.toString().length())
                            .thenComparing(Comparator.naturalOrder()))
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Also those in folders below: what a migration has moved on from is kept for the migration's own test. */
    private List<Path> all() {
        try (var files = Files.walk(folder)) {
            return files.filter(KeptDocuments::isExample).sorted().toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static boolean isExample(Path file) {
        return file.toString().endsWith(".json");
    }

    private JsonNode tree(Path file) {
        return strict.readTree(text(file));
    }

    private static String digest(Path file) {
        try {
            var bytes = text(file).replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))
                    .substring(0, 16);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<String> lines(Path list) {
        return Files.exists(list)
                ? Stream.of(text(list).split("\\R"))
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .toList()
                : List.of();
    }

    private static void add(Path list, List<String> lines) {
        try {
            if (!lines.isEmpty()) {
                Files.write(list, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
