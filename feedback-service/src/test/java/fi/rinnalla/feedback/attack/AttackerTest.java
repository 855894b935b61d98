package fi.rinnalla.feedback.attack;

import static fi.rinnalla.feedback.World.must;
import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.feedback.World;
import fi.rinnalla.feedback.attack.Attacker.Known;
import fi.rinnalla.feedback.attack.Seen.Figure;
import fi.rinnalla.testing.Eventually;
import fi.rinnalla.testing.Infrastructure;
import fi.rinnalla.testing.KafkaEar;
import fi.rinnalla.testing.RealService;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/**
 * Many small units (in the drill a thousand) in which everything is seen that a reader can see. Of two people one gave the low answer, by a coin; whoever
 * attacks should be right about it half of the time, and about whether a person answered at all no oftener.
 */
@RealService
class AttackerTest {

    /** Enough to find out whatever tells one of the two apart often; the drill also finds what does so now and then. */
    private static final int WORLDS = 150;

    private static final int WORLDS_OF_THE_DRILL = 1_000;
    private static final int PATH_WORLDS = 24;
    private static final int PATH_WORLDS_OF_THE_DRILL = 100;
    /** 99.9 % of coins lie within so many standard deviations of the half. */
    private static final double DEVIATIONS = 3.29;

    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    @LocalServerPort
    int port;

    /** @param firstIsLow the secret */
    private record Played(
            World world,
            Known known,
            boolean firstIsLow,
            List<Integer> answers,
            List<String> channels,
            List<Map<String, Figure>> views,
            Map<Integer, String> codes) {}

    private static Known known(Random chance) {
        int people = 3 + chance.nextInt(8);
        int first = chance.nextInt(people - 1);
        int second = first + 1 + chance.nextInt(people - first - 1);
        boolean alone = chance.nextBoolean();
        return new Known(
                first,
                second,
                alone ? "phone" : "face-to-face",
                alone ? "video" : "face-to-face",
                IntStream.range(0, people - 2)
                        .mapToObj(n -> 1 + chance.nextInt(5))
                        .toList());
    }

    /** What each answered in the order of arrival. */
    private static List<Integer> answers(Known known, boolean firstIsLow) {
        var answers = new ArrayList<>(known.others());
        answers.add(known.first(), firstIsLow ? Attacker.LOW : Attacker.HIGH);
        answers.add(known.second(), firstIsLow ? Attacker.HIGH : Attacker.LOW);
        return answers;
    }

    private static List<String> channels(Known known, int people) {
        return IntStream.range(0, people)
                .mapToObj(n -> n == known.first()
                        ? known.firstChannel()
                        : n == known.second() ? known.secondChannel() : "face-to-face")
                .toList();
    }

    @Test
    void whoeverSeesEverythingIsRightHalfOfTheTime() throws Exception {
        attack(WORLDS);
    }

    @Test
    @Tag("drill")
    void whoeverSeesEverythingIsRightHalfOfTheTimeInAThousandUnits() throws Exception {
        attack(WORLDS_OF_THE_DRILL);
    }

    private void attack(int worldsPlayed) throws Exception {
        var played = new ArrayList<Played>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            var seeds = new Random(20171031);
            var worlds = IntStream.range(0, worldsPlayed)
                    .mapToObj(n -> seeds.nextLong())
                    .map(seed -> threads.submit(() -> play(new Random(seed))))
                    .toList();
            for (var world : worlds) {
                played.add(world.get());
            }
        }
        Eventually.holds(() -> waiting() == 0);
        var streams = streams();
        var copies = copies();
        var right = new LinkedHashMap<String, int[]>();
        var attacker = new Attacker();
        int withReceipt = 0;
        for (var one : played) {
            var receipts = receipts(one);
            withReceipt += receipts.size();
            var seen = new Seen(
                    one.views(),
                    streams.getOrDefault("sovatek/" + one.world().unit, List.of()),
                    copies.getOrDefault(one.world().unit, List.of()),
                    receipts);
            attacker.tricks()
                    .forEach((name, trick) -> trick.apply(one.known(), seen).ifPresent(guess -> {
                        var tally = right.computeIfAbsent(name, any -> new int[2]);
                        tally[0] += guess == one.firstIsLow() ? 1 : 0;
                        tally[1]++;
                    }));
        }
        assertThat(played.stream().filter(one -> streams.containsKey("sovatek/" + one.world().unit)))
                .as("units of which something was released")
                .hasSizeGreaterThan(worldsPlayed * 3 / 10);
        assertThat(right)
                .as("the stream is in some order, so its places can be tried")
                .containsKey("the record at the place of arrival");
        right.forEach((name, tally) -> {
            double share = (double) tally[0] / tally[1];
            double half = DEVIATIONS * 0.5 / Math.sqrt(tally[1]);
            System.out.printf("%s: right in %.3f of %d, chance is 0.500 ± %.3f%n", name, share, tally[1], half);
            assertThat(share).as(name).isBetween(0.5 - half, 0.5 + half);
        });
        assertThat(withReceipt)
                .as("worlds with a receipt of somebody between the two")
                .isGreaterThan(worldsPlayed * 3 / 10);
        assertThat(right)
                .doesNotContainKeys(
                        "a number on somebody else's receipt",
                        "a mean before and after an arrival",
                        "a total less its parts",
                        "rows by their serial key",
                        "a row by its channel",
                        "a record by its channel",
                        "a sealed row by its length");
    }

    /** Of two who drew the same service it works for one, by a coin: seen with the view at each moment and a copy of the database. */
    @Test
    void whoeverSeesWhatWasDrawnOfServicesLearnsNothingOfTheTwo() throws Exception {
        attackPaths(PATH_WORLDS);
    }

    @Test
    @Tag("drill")
    void whoeverSeesWhatWasDrawnOfServicesInAHundredUnitsLearnsNothingOfTheTwo() throws Exception {
        attackPaths(PATH_WORLDS_OF_THE_DRILL);
    }

    private void attackPaths(int worldsDrawn) throws Exception {
        var service = "toimisto jota kaikki piirtavat";
        must(
                204,
                new World(port)
                        .coordinator.post(
                                "/api/v1/service-paths/names/decision",
                                "{\"name\": \"" + service + "\", \"decision\": \"passed\"}"));
        var guessed = new TreeSet<String>();
        int shown = 0;
        try (var threads = Executors.newFixedThreadPool(12)) {
            var seeds = new Random(20171031);
            var worlds = IntStream.range(0, worldsDrawn)
                    .mapToObj(n -> seeds.nextLong())
                    .map(seed -> threads.submit(() -> draw(service, new Random(seed))))
                    .toList();
            for (var world : worlds) {
                var drawn = world.get();
                shown += drawn.seen().views().stream()
                                .anyMatch(view -> view.get("all").n() > 0)
                        ? 1
                        : 0;
                new Attacker()
                        .tricks()
                        .forEach((name, trick) ->
                                trick.apply(drawn.known(), drawn.seen()).ifPresent(guess -> guessed.add(name)));
            }
        }
        assertThat(shown)
                .as("units of which something was shown while others drew")
                .isGreaterThan(worldsDrawn / 10);
        assertThat(guessed).as("no trick has anything to go by").isEmpty();
    }

    private record Drawn(Known known, Seen seen) {}

    /** With a rest around each of the two, long enough to let out what may be let out. */
    private Drawn draw(String service, Random chance) throws Exception {
        var world = new World(port);
        var known = known(chance);
        var answers = answers(known, chance.nextBoolean());
        var views = new ArrayList<Map<String, Figure>>();
        views.add(Map.of("all", drawn(world)));
        for (int n = 0; n < answers.size(); n++) {
            must(204, world.client.post("/api/v1/service-paths", """
                    {"unit": "%s", "steps": [{"service": "%s", "works": %s}]}""".formatted(
                            world.unit, service, answers.get(n) >= 3)));
            if (n + 1 == known.first() || n == known.first() || n + 1 == known.second() || n == known.second()) {
                Thread.sleep(1_500);
            }
            views.add(Map.of("all", drawn(world)));
        }
        var copy =
                rows("SELECT length(sealed) FROM path_waiting WHERE unit = '" + world.unit + "' ORDER BY ctid", 1)
                        .stream()
                        .map(row -> new Seen.Row(
                                Optional.empty(), Optional.empty(), Optional.empty(), Integer.parseInt(row.getFirst())))
                        .toList();
        return new Drawn(known, new Seen(views, List.of(), copy, Map.of()));
    }

    private static Figure drawn(World world) {
        var quarters = World.read(world.manager, "/api/v1/views/service-paths?unit=" + world.unit)
                .path("periods");
        var works = quarters.valueStream()
                .flatMap(quarter -> quarter.path("services").valueStream())
                .map(one -> one.path("works"))
                .findFirst();
        return works.map(rate -> new Figure(
                        rate.path("n").asInt(0), 1 + 4 * rate.path("share").asDouble(0), rate.toString()))
                .orElseGet(() -> new Figure(0, 0, "hidden"));
    }

    private Played play(Random chance) {
        var world = new World(port);
        var known = known(chance);
        boolean firstIsLow = chance.nextBoolean();
        var answers = answers(known, firstIsLow);
        var channels = channels(known, answers.size());
        var views = new ArrayList<Map<String, Figure>>();
        var codes = new HashMap<Integer, String>();
        views.add(figures(world));
        for (int n = 0; n < answers.size(); n++) {
            codes.put(
                    n,
                    World.code(must(
                            200, world.anybody.postForm(link(world, channels.get(n)), "heard=" + answers.get(n)))));
            boolean watched =
                    n + 1 == known.first() || n == known.first() || n + 1 == known.second() || n == known.second();
            views.add(watched ? figures(world) : Map.of());
        }
        return new Played(world, known, firstIsLow, answers, channels, views, codes);
    }

    /** What the return code opens of whoever came between the two, next after the first; without the code itself. */
    private static Map<Integer, String> receipts(Played played) {
        int place = played.known().first() + 1;
        if (place == played.known().second()) {
            return Map.of();
        }
        var code = played.codes().get(place);
        var page = must(200, played.world().receipt(code, "")).body().replace(code, "");
        return Map.of(place, TAG.matcher(page.substring(page.indexOf("<main"))).replaceAll(" "));
    }

    private static String link(World world, String channel) {
        var link = must(
                        200,
                        world.worker.postAgain("/api/v1/asks", world.about("").replace("face-to-face", channel)))
                .json()
                .path("link")
                .asString();
        return link.substring(link.indexOf("/a/"));
    }

    private static Map<String, Figure> figures(World world) {
        var month = World.read(world.manager, "/api/v1/views/heard?unit=" + world.unit + "&year=2017")
                .at("/periods/10");
        var figures = new HashMap<String, Figure>();
        for (var name : List.of("all", "withPeerExpert", "withoutPeerExpert")) {
            figures.put(name, figure(month.path(name)));
        }
        return figures;
    }

    private static Figure figure(JsonNode shown) {
        return new Figure(shown.path("n").asInt(0), shown.path("mean").asDouble(0), shown.toString());
    }

    /** Units with a week that could be released and is not yet. */
    private static int waiting() {
        return rows("SELECT unit FROM answer WHERE unit LIKE 'unit-%' GROUP BY unit HAVING count(*) >= 5", 1)
                        .size()
                - unanimous();
    }

    /** What all answered alike stays: it never becomes safe. Those are few, and told apart by not becoming fewer. */
    private static int unanimous() {
        try {
            int before = rows("SELECT unit FROM answer WHERE unit LIKE 'unit-%' GROUP BY unit HAVING count(*) >= 5", 1)
                    .size();
            Thread.sleep(1_500);
            int after = rows("SELECT unit FROM answer WHERE unit LIKE 'unit-%' GROUP BY unit HAVING count(*) >= 5", 1)
                    .size();
            return before == after ? after : 0;
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static Map<String, List<Seen.Record>> streams() {
        return KafkaEar.onInfrastructure().records("feedback").stream()
                .filter(record -> record.value() != null)
                .map(record -> tools.jackson.databind.json.JsonMapper.shared().readTree(record.value()))
                .filter(event -> event.path("type").asString().equals("fi.rinnalla.feedback.given"))
                .collect(Collectors.groupingBy(
                        event -> event.path("subject").asString(),
                        Collectors.mapping(
                                event -> new Seen.Record(
                                        event.at("/data/heard").asInt(),
                                        Optional.ofNullable(
                                                event.at("/data/channel").asString(null))),
                                Collectors.toList())));
    }

    /** A copy of the database, read without the key. */
    private static Map<String, List<Seen.Row>> copies() {
        return rows("SELECT unit, length(sealed) FROM answer WHERE unit LIKE 'unit-%' ORDER BY ctid", 2).stream()
                .collect(Collectors.groupingBy(
                        row -> row.get(0),
                        Collectors.mapping(
                                row -> new Seen.Row(
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Integer.parseInt(row.get(1))),
                                Collectors.toList())));
    }

    private static List<List<String>> rows(String sql, int columns) {
        try (var admin = Infrastructure.running().admin("feedback");
                var row = admin.createStatement().executeQuery(sql)) {
            var found = new ArrayList<List<String>>();
            while (row.next()) {
                var values = new ArrayList<String>();
                for (int column = 1; column <= columns; column++) {
                    values.add(row.getString(column));
                }
                found.add(values);
            }
            return found;
        } catch (SQLException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    static List<String> holes() {
        return List.copyOf(Holes.all().keySet());
    }

    /** Each planted hole is found by one of the tricks. */
    @ParameterizedTest
    @MethodSource("holes")
    void aHouseWithAHoleIsFoundOut(String hole) {
        var chance = new Random(hole.hashCode());
        var right = new HashMap<String, int[]>();
        for (int n = 0; n < WORLDS_OF_THE_DRILL; n++) {
            var known = known(chance);
            boolean firstIsLow = chance.nextBoolean();
            var answers = answers(known, firstIsLow);
            var seen = Holes.all().get(hole).of(known, answers, channels(known, answers.size()), chance);
            new Attacker()
                    .tricks()
                    .forEach((name, trick) -> trick.apply(known, seen).ifPresent(guess -> {
                        var tally = right.computeIfAbsent(name, any -> new int[2]);
                        tally[0] += guess == firstIsLow ? 1 : 0;
                        tally[1]++;
                    }));
        }
        assertThat(right.values())
                .anySatisfy(tally -> assertThat((double) tally[0] / tally[1])
                        .isGreaterThan(0.5 + DEVIATIONS * 0.5 / Math.sqrt(tally[1])));
    }

    /** Whether somebody answered at all: a unit in which four did looks like one in which nobody did, and like none. */
    @Test
    void aUnitInWhichFewAnsweredLooksLikeOneThatDoesNotExist() {
        var few = new World(port);
        var none = new World(port);
        for (int n = 0; n < 4; n++) {
            must(200, few.anybody.postForm(few.link(""), "heard=" + (n + 1)));
        }
        for (var path : List.of(
                "/api/v1/views/heard?year=2017&unit=",
                "/api/v1/indicators/heard?year=2017&unit=",
                "/api/v1/indicators/heard/by/channel?year=2017&unit=",
                "/api/v1/exports/indicators?year=2017&format=json&unit=",
                "/api/v1/views/heard/years?unit=")) {
            assertThat(few.manager.get(path + few.unit).body().replace(few.unit, ""))
                    .isEqualTo(none.manager.get(path + none.unit).body().replace(none.unit, ""));
        }
    }

    /** Opinions that are all alike are shown to nobody, in no view. */
    @Test
    void whereAllThinkAlikeNothingIsShown() {
        var alike = new World(port);
        for (int n = 0; n < 8; n++) {
            must(200, alike.anybody.postForm(alike.link(""), "heard=1"));
        }
        var other = new World(port);
        for (int n = 0; n < 8; n++) {
            must(200, other.anybody.postForm(other.link(""), "heard=" + (1 + n % 2)));
        }
        Eventually.holds(() -> figures(other).get("all").n() == 8);
        assertThat(figures(alike)).isEqualTo(figures(new World(port)));
        assertThat(Attacker.whatEverybodyAnswered(figures(alike).get("all"))).isEmpty();
        assertThat(Attacker.tellsThatSomebodyAnswered(
                        figures(alike).get("all"), figures(new World(port)).get("all")))
                .isFalse();
    }

    @Test
    void aHouseThatShowsEqualAnswersOrTellsEmptyFromHiddenIsFoundOut() {
        assertThat(Attacker.whatEverybodyAnswered(Holes.shown(List.of(1, 1, 1, 1, 1), 5)))
                .contains(1);
        var none = new Figure(0, 0, "{\"n\":0}");
        assertThat(Attacker.tellsThatSomebodyAnswered(Holes.shown(List.of(3, 4), 5), none))
                .isTrue();
    }
}
