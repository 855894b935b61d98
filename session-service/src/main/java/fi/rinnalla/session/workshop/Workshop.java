package fi.rinnalla.session.workshop;

import fi.rinnalla.service.answering.BadRequest;
import fi.rinnalla.service.answering.Refused;
import fi.rinnalla.service.keeping.Whole;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the tables of a meeting wrote, and the themes gathered from it. Themes are merged and split, and from each the way
 * back to the notes stays open (P53).
 */
class Workshop extends Whole {

    /** @param table such as "3" or "ikkunapöytä"; never who wrote it */
    record Note(
            UUID id, String table, String words, @Nullable UUID topic) {}

    /**
     * @param notes  that it was gathered from
     * @param madeOf the themes that were merged into it, or the one that it was split from
     * @param live   whether it stands; one that was merged or split stays readable
     */
    record Theme(UUID id, String name, List<UUID> notes, List<UUID> madeOf, boolean live) {
        Theme past() {
            return new Theme(id, name, notes, madeOf, false);
        }
    }

    private UUID meeting = new UUID(0, 0);
    private List<Note> notes = new ArrayList<>();
    private List<Theme> themes = new ArrayList<>();
    private @Nullable String memo;

    private Workshop() {}

    Workshop(UUID id, UUID meeting) {
        super(id);
        this.meeting = meeting;
    }

    void write(Note note) {
        notes.add(note);
    }

    void gather(UUID id, String name, List<UUID> from) {
        requireNotes(from);
        themes.add(new Theme(id, name, List.copyOf(new LinkedHashSet<>(from)), List.of(), true));
    }

    /** Several themes go on as one, with all their notes. */
    void merge(UUID id, String name, List<UUID> merged) {
        if (new HashSet<>(merged).size() < 2) {
            throw BadRequest.field("/themes", "at-least-2", "Merge two themes or more.");
        }
        var origins = merged.stream().map(this::live).toList();
        origins.forEach(origin -> themes.set(themes.indexOf(origin), origin.past()));
        var all = origins.stream()
                .flatMap(origin -> origin.notes().stream())
                .distinct()
                .toList();
        themes.add(new Theme(id, name, all, List.copyOf(merged), true));
    }

    /** One theme goes on as several; each of its notes is in at least one of them. */
    void split(UUID theme, List<Theme> parts) {
        var origin = live(theme);
        parts.forEach(part -> requireNotes(part.notes()));
        var kept = parts.stream().flatMap(part -> part.notes().stream()).collect(Collectors.toSet());
        if (parts.size() < 2 || !kept.containsAll(origin.notes())) {
            throw BadRequest.field(
                    "/parts", "every-note", "Give two parts or more, and each note of the theme to one of them.");
        }
        themes.set(themes.indexOf(origin), origin.past());
        themes.addAll(parts);
    }

    /** @param code under which everybody may read the memo */
    void publish(String code) {
        if (themes.stream().noneMatch(Theme::live)) {
            throw new Refused("wrong-state", "A memo tells the themes: gather at least one first.");
        }
        memo = Optional.ofNullable(memo).orElse(code);
    }

    void withdrawMemo() {
        memo = null;
    }

    private Theme live(UUID id) {
        return themes.stream()
                .filter(theme -> theme.live() && theme.id().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        BadRequest.field("/themes", "unknown", "There is no such theme, or it goes on in another."));
    }

    private void requireNotes(List<UUID> wanted) {
        var known = notes.stream().map(Note::id).collect(Collectors.toSet());
        if (wanted.isEmpty() || !known.containsAll(wanted)) {
            throw BadRequest.field("/notes", "unknown", "A theme is gathered from notes of this meeting.");
        }
    }

    boolean has(UUID theme) {
        return themes.stream().anyMatch(one -> one.id().equals(theme));
    }

    UUID meeting() {
        return meeting;
    }

    List<Note> notes() {
        return notes;
    }

    List<Theme> themes() {
        return themes;
    }

    Optional<String> memo() {
        return Optional.ofNullable(memo);
    }
}
