package fi.rinnalla.session.notebook;

import fi.rinnalla.service.answering.BadRequest;
import fi.rinnalla.service.answering.Refused;
import fi.rinnalla.service.answering.Words;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A way of rewarding that the client has designed: own unit, own coins, own prize (P20). The worker sees it and changes
 * nothing.
 *
 * @param unit   what is collected, "senttejä" for example
 * @param coins  such as copper, silver and gold, each worth so many of the unit
 * @param prize  what it is collected for
 * @param price  of the prize, in the unit
 * @param prizes the days on which a prize was taken, each with its price then
 */
record RewardScheme(String unit, List<Coin> coins, String prize, int price, List<Taken> prizes) {

    record Coin(@Words(max = 40) String name, int worth) {}

    record Taken(LocalDate on, String prize, int price) {}

    /** One line of the ledger: a step that earned, or a prize that cost. */
    record Entry(LocalDate on, String what, int units) {}

    RewardScheme {
        if (price < 1 || price > 1_000_000) {
            throw BadRequest.field("/price", "1-to-1000000", "The prize costs from 1 to 1 000 000.");
        }
        if (coins.stream().anyMatch(coin -> coin.worth() < 1 || coin.worth() > 1_000_000)) {
            throw BadRequest.field("/coins", "1-to-1000000", "A coin is worth from 1 to 1 000 000.");
        }
        if (coins.stream().map(Coin::name).distinct().count() < coins.size()) {
            throw BadRequest.field("/coins", "twice", "Each coin has a name of its own.");
        }
    }

    int worthOf(String coin) {
        return coins.stream()
                .filter(one -> one.name().equals(coin))
                .findFirst()
                .orElseThrow(() -> BadRequest.field("/coin", "unknown", "The scheme has no such coin."))
                .worth();
    }

    /** Oldest first. A step whose coin is no longer in the scheme earns nothing. */
    List<Entry> ledger(List<Step> steps) {
        var earned = steps.stream()
                .filter(step -> step.state() == Step.State.DONE && step.doneOn() != null)
                .flatMap(step -> coins.stream()
                        .filter(coin -> coin.name().equals(step.coin()))
                        .map(coin -> new Entry(step.doneOn(), step.words(), coin.worth())));
        var spent = prizes.stream().map(taken -> new Entry(taken.on(), taken.prize(), -taken.price()));
        return Stream.concat(earned, spent)
                .sorted(Comparator.comparing(Entry::on))
                .toList();
    }

    int balance(List<Step> steps) {
        return ledger(steps).stream().mapToInt(Entry::units).sum();
    }

    RewardScheme takePrize(List<Step> steps, LocalDate on) {
        if (balance(steps) < price) {
            throw new Refused("prize-not-yet", "%d of %d are together so far.".formatted(balance(steps), price));
        }
        return new RewardScheme(
                unit,
                coins,
                prize,
                price,
                Stream.concat(prizes.stream(), Stream.of(new Taken(on, prize, price)))
                        .toList());
    }

    /** What was spent stays earned. */
    void requireCovered(List<Step> steps) {
        if (balance(steps) < 0) {
            throw new Refused("prize-was-taken", "A prize was taken with it already.");
        }
    }
}
