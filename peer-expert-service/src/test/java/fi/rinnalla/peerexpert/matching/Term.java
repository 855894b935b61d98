package fi.rinnalla.peerexpert.matching;

import fi.rinnalla.event.request.TaskKind;
import fi.rinnalla.peerexpert.pool.Availability;
import fi.rinnalla.peerexpert.pool.Consent;
import fi.rinnalla.peerexpert.pool.InventedPeerExpert;
import fi.rinnalla.peerexpert.pool.Level;
import fi.rinnalla.peerexpert.pool.Profile;
import fi.rinnalla.peerexpert.pool.Readiness;
import fi.rinnalla.peerexpert.request.InventedRequest;
import fi.rinnalla.peerexpert.request.PeerRequest;
import fi.rinnalla.peerexpert.task.Compensation;
import fi.rinnalla.peerexpert.task.RoleKind;
import fi.rinnalla.peerexpert.task.Slot;
import fi.rinnalla.peerexpert.task.Terms;
import fi.rinnalla.peerexpert.task.Where;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * An invented autumn term: requests of 200 units in twenty towns and people around them, with their languages, times, limits,
 * consents, bookings and loads. The same for the same seed.
 */
record Term(List<PeerRequest> requests, List<Candidate> people) {

    private static final LocalDate BEGIN = LocalDate.of(2017, 9, 4);
    private static final int DAYS = 7 * 16;
    private static final int TOWNS = 20;
    private static final List<String> LANGUAGES = List.of("fi", "sv", "en", "so");

    static Term of(long seed, int requests, int people) {
        var chance = new Random(seed);
        return new Term(
                IntStream.range(0, requests).mapToObj(n -> request(n, chance)).toList(),
                IntStream.range(0, people).mapToObj(n -> candidate(n, chance)).toList());
    }

    private static Where town(int town) {
        return new Where(false, "Town " + town, 60.0 + Math.floorDiv(town, 4), 22.0 + town % 4 * 1.5);
    }

    private static Slot slot(Random chance) {
        return new Slot(
                BEGIN.plusDays(chance.nextInt(DAYS)),
                chance.nextInt(20) == 0 ? null : LocalTime.of(8 + chance.nextInt(9), 0),
                60 * (1 + chance.nextInt(3)));
    }

    private static PeerRequest request(int number, Random chance) {
        int unit = chance.nextInt(200);
        return InventedRequest.of(
                number,
                new PeerRequest.Wanted(
                        null,
                        "unit-" + unit,
                        TaskKind.GROUP,
                        slot(chance),
                        chance.nextInt(10) == 0 ? new Where(true, null, null, null) : town(unit % TOWNS),
                        chance.nextInt(3) == 0 ? LANGUAGES.get(chance.nextInt(4)) : null,
                        chance.nextInt(3) == 0,
                        chance.nextInt(4) == 0 ? RoleKind.values()[chance.nextInt(3)] : null,
                        1,
                        chance.nextInt(2) == 0 ? List.of("worker-" + unit) : List.of()),
                new Terms(Compensation.FEE, 5_000, true, 30, 15, null));
    }

    private static Candidate candidate(int number, Random chance) {
        var languages = new TreeSet<>(List.of("fi", LANGUAGES.get(chance.nextInt(4))));
        var profile = new Profile(
                languages,
                EnumSet.of(RoleKind.values()[chance.nextInt(3)], RoleKind.values()[chance.nextInt(3)]),
                town(chance.nextInt(TOWNS)),
                20 + chance.nextInt(60),
                chance.nextBoolean(),
                false,
                chance.nextInt(3) == 0
                        ? new Profile.Limits(5 + chance.nextInt(20), 5_000 * (1 + chance.nextInt(6)))
                        : null,
                "worker-" + chance.nextInt(200),
                IntStream.range(0, chance.nextInt(4))
                        .mapToObj(n -> availability(chance))
                        .toList());
        var allowed = chance.nextInt(10) == 0 ? Set.<Consent.Field>of() : EnumSet.allOf(Consent.Field.class);
        var peer = InventedPeerExpert.of(
                number,
                Level.DEVELOPER_CLIENT,
                chance.nextBoolean() ? BEGIN.plusDays(chance.nextInt(2 * DAYS)) : null,
                profile,
                allowed,
                chance.nextInt(12) == 0 ? Readiness.PAUSED : Readiness.YES);
        return new Candidate(
                peer,
                60 * chance.nextInt(8),
                5_000 * chance.nextInt(2),
                chance.nextInt(3),
                chance.nextInt(4),
                chance.nextInt(5),
                IntStream.range(0, chance.nextInt(4))
                        .mapToObj(n -> slot(chance))
                        .toList(),
                Map.of("worker-" + chance.nextInt(200), 1 + chance.nextInt(3)));
    }

    private static Availability availability(Random chance) {
        return new Availability(
                Availability.Kind.values()[chance.nextInt(3)],
                1 + chance.nextInt(7),
                null,
                null,
                chance.nextBoolean() ? LocalTime.NOON : null,
                null);
    }
}
