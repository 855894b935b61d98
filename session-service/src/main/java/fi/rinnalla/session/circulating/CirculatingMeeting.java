package fi.rinnalla.session.circulating;

import fi.rinnalla.service.answering.BadRequest;
import fi.rinnalla.service.answering.Refused;
import fi.rinnalla.service.keeping.Whole;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * The same agenda held at several sites: their answers stand side by side, and where practices differ, a recommendation is
 * made for all (P52).
 */
class CirculatingMeeting extends Whole {

    record Item(UUID id, String question) {}

    record SiteAnswer(UUID item, String site, String practice) {}

    record Recommendation(UUID item, String words, LocalDate on) {}

    private String name = "";
    private List<Item> agenda = List.of();
    private List<String> sites = List.of();
    private List<SiteAnswer> answers = new ArrayList<>();
    private List<Recommendation> recommendations = new ArrayList<>();

    private CirculatingMeeting() {}

    CirculatingMeeting(UUID id, String name, List<Item> agenda, List<String> sites) {
        super(id);
        if (sites.stream().distinct().count() < 2 || sites.stream().distinct().count() < sites.size()) {
            throw BadRequest.field(
                    "/sites", "at-least-2", "A circulating meeting goes round two units or more, each once.");
        }
        this.name = name;
        this.agenda = agenda;
        this.sites = sites;
    }

    /** How one site does it; a later answer takes the place of an earlier one until a recommendation is made. */
    void answer(UUID item, String site, String practice) {
        requireItem(item);
        if (!sites.contains(site)) {
            throw BadRequest.field("/site", "unknown", "The meeting does not go to this unit.");
        }
        if (isSettled(item)) {
            throw new Refused("wrong-state", "A recommendation was made on this already.");
        }
        answers.removeIf(one -> one.item().equals(item) && one.site().equals(site));
        answers.add(new SiteAnswer(item, site, practice));
    }

    /** What all should do, once at least two sites have told how they do it. */
    void recommend(UUID item, String words, LocalDate on) {
        requireItem(item);
        if (answersTo(item).size() < 2) {
            throw new Refused("wrong-state", "A difference is seen between two sites or more: let them answer first.");
        }
        if (isSettled(item)) {
            throw new Refused("wrong-state", "A recommendation was made on this already.");
        }
        recommendations.add(new Recommendation(item, words, on));
    }

    private void requireItem(UUID item) {
        if (agenda.stream().noneMatch(one -> one.id().equals(item))) {
            throw BadRequest.field("/item", "unknown", "The agenda has no such item.");
        }
    }

    List<SiteAnswer> answersTo(UUID item) {
        return answers.stream()
                .filter(one -> one.item().equals(item))
                .sorted(Comparator.comparing(SiteAnswer::site))
                .toList();
    }

    /** Whether sites have told of different practices. */
    boolean differs(UUID item) {
        return answersTo(item).stream()
                        .map(one -> one.practice().strip().toLowerCase(Locale.ROOT))
                        .distinct()
                        .count()
                > 1;
    }

    boolean isSettled(UUID item) {
        return recommendationOn(item).isPresent();
    }

    Optional<Recommendation> recommendationOn(UUID item) {
        return recommendations.stream().filter(one -> one.item().equals(item)).findFirst();
    }

    String name() {
        return name;
    }

    List<Item> agenda() {
        return agenda;
    }

    List<String> sites() {
        return sites;
    }
}
