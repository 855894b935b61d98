package fi.rinnalla.peerexpert.matching;

import fi.rinnalla.service.answering.BadRequest;
import fi.rinnalla.service.keeping.Whole;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A proposal for the open requests of a week or a term: who could take what, and why. It is accepted in parts. */
class BatchPlan extends Whole {

    /** @param accepted whether the person has been invited on its ground */
    record Item(UUID request, UUID peerExpert, Score score, boolean accepted) {}

    private LocalDate from;
    private LocalDate until;
    private List<Item> items = new ArrayList<>();
    private List<UUID> unfilled = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // reading it back fills the fields
    private BatchPlan() {}

    BatchPlan(UUID id, LocalDate from, LocalDate until, List<Item> items, List<UUID> unfilled) {
        super(id);
        this.from = from;
        this.until = until;
        this.items = new ArrayList<>(items);
        this.unfilled = new ArrayList<>(unfilled);
    }

    void accept(UUID request, UUID peerExpert) {
        if (items.stream()
                .noneMatch(item ->
                        item.request().equals(request) && item.peerExpert().equals(peerExpert))) {
            throw BadRequest.field("/items", "unknown", "The proposal does not hold this pair of request and person.");
        }
        items.replaceAll(
                item -> item.request().equals(request) && item.peerExpert().equals(peerExpert)
                        ? new Item(item.request(), item.peerExpert(), item.score(), true)
                        : item);
    }

    LocalDate from() {
        return from;
    }

    LocalDate until() {
        return until;
    }

    List<Item> items() {
        return items;
    }

    List<UUID> unfilled() {
        return unfilled;
    }
}
