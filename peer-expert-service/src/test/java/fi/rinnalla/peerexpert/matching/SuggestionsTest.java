package fi.rinnalla.peerexpert.matching;

import static fi.rinnalla.peerexpert.World.must;
import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.peerexpert.World;
import fi.rinnalla.testing.RealService;
import java.util.HashSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@RealService
class SuggestionsTest {

    private static final String HOME =
            "\"home\": {\"remote\": false, \"name\": \"Muurame\", \"latitude\": 62.13, \"longitude\": 25.67}";
    private static final String PLACE =
            "\"where\": {\"remote\": false, \"name\": \"Jyväskylä\", \"latitude\": 62.24, \"longitude\": 25.75}";

    @LocalServerPort
    int port;

    World world;

    @BeforeEach
    void people() {
        world = new World(port);
    }

    private JsonNode suggestions(String request) {
        return world.read(
                world.coordinator.with("Accept-Language", "en"), "/api/v1/requests/" + request + "/suggestions");
    }

    private JsonNode suggested(String request, String peer) {
        return of(suggestions(request).path("suggested"), peer);
    }

    private JsonNode leftOut(String request, String peer) {
        return of(suggestions(request).path("leftOut"), peer);
    }

    private static JsonNode of(JsonNode list, String peer) {
        return list.valueStream()
                .filter(one -> one.path("peerExpert").asString().equals(peer))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void eachSuggestionSaysWhyInWords() {
        world.describes(world.sari, "\"languages\": [\"sv\", \"fi\"], " + HOME + ", \"limits\": {\"hours\": 10}");
        world.consents(world.sari, "languages", "region", "hours");
        var found = suggested(world.request("\"language\": \"sv\", \"trained\": true, " + PLACE), world.sariId);
        var words = found.path("reasons")
                .valueStream()
                .map(reason -> reason.path("words").asString());
        assertThat(words)
                .contains("Trained", "Speaks Swedish", "13 km away", "Used of own hours: 0/10 h", "No tasks of late");
        assertThat(found.path("reasons")
                        .valueStream()
                        .mapToInt(reason -> reason.path("points").asInt())
                        .sum())
                .isEqualTo(found.path("points").asInt());
    }

    /** Paused, without consent, over an own limit, never with that person, a client of the unit, unable: all look alike. */
    @Test
    void whatIsTheirOwnAffairLooksAlike() {
        var request = world.request("\"language\": \"fi\", \"workers\": [\"%s\"]".formatted(world.login("mikko")));
        var seen = new HashSet<String>();
        world.describes(world.sari, "");
        seen.add(leftOut(request, world.sariId).path("words").asString());
        world.consents(world.sari, "languages");
        suggested(request, world.sariId);
        for (var own : new String[] {
            "readiness {\"answer\": \"paused\"}",
            "readiness {\"answer\": \"rather-not\"}",
            "boundaries {\"neverWith\": [\"%s\"], \"ownUnits\": [], \"protectedPerson\": false}"
                    .formatted(world.login("mikko")),
            "boundaries {\"neverWith\": [], \"ownUnits\": [\"%s\"], \"protectedPerson\": false}".formatted(world.unit)
        }) {
            must(
                    204,
                    world.sari.post(
                            "/api/v1/peer-experts/me/" + own.substring(0, own.indexOf(' ')),
                            own.substring(own.indexOf(' '))));
            seen.add(leftOut(request, world.sariId).path("words").asString());
            must(
                    204,
                    world.sari.post(
                            "/api/v1/peer-experts/me/boundaries",
                            "{\"neverWith\": [], \"ownUnits\": [], \"protectedPerson\": false}"));
            must(204, world.sari.post("/api/v1/peer-experts/me/readiness", "{\"answer\": \"yes\"}"));
        }
        for (var profile : new String[] {
            "\"limits\": {\"cents\": 4999}",
            "\"limits\": {\"hours\": 1}",
            "\"availability\": [{\"kind\": \"cannot\", \"from\": \"2999-10-01\"}]"
        }) {
            world.describes(world.sari, profile);
            seen.add(leftOut(request, world.sariId).path("words").asString());
        }
        assertThat(seen).containsExactly("Can’t be asked now.");
    }

    @Test
    void whoSpeaksAnotherLanguageIsTooFarOrUntrainedIsLeftOutByThatRule() {
        world.describes(world.sari, HOME + ", \"travelKm\": 5");
        world.consents(world.sari, "languages", "region");
        assertThat(leftOut(world.request("\"language\": \"sv\""), world.sariId)
                        .path("rule")
                        .asString())
                .isEqualTo("language");
        assertThat(leftOut(world.request(PLACE), world.sariId).path("rule").asString())
                .isEqualTo("distance");
        assertThat(leftOut(world.request("\"trained\": true"), world.kimmoId)
                        .path("rule")
                        .asString())
                .isEqualTo("training");
        assertThat(leftOut(world.request("\"where\": {\"remote\": true}"), world.sariId)
                        .path("rule")
                        .asString())
                .isEqualTo("distance");
    }

    @Test
    void whoeverHasATaskThenIsBusy() {
        world.accepted(world.sari, world.invite(world.request("\"at\": \"10:00\""), world.sariId));
        assertThat(leftOut(world.request("\"at\": \"10:30\""), world.sariId)
                        .path("rule")
                        .asString())
                .isEqualTo("busy");
        suggested(world.request("\"at\": \"11:00\""), world.sariId);
    }

    @Test
    void aKnownPairIsKeptTogetherAndWorkIsSpread() {
        world.agreedOnRoles(world.sariId);
        world.agreedOnRoles(world.kimmoId);
        var pair = "\"kind\": \"pair-work\", \"workers\": [\"%s\"]".formatted(world.login("mikko"));
        var task = world.accepted(world.kimmo, world.invite(world.request(pair), world.kimmoId));
        must(
                204,
                world.coordinator.post(
                        "/api/v1/assignments/" + task + "/complete", "{\"doneOn\": \"2017-10-31\", \"minutes\": 60}"));
        var request = world.request(pair);
        var words = suggested(request, world.kimmoId)
                .path("reasons")
                .valueStream()
                .map(reason -> reason.path("words").asString())
                .toList();
        assertThat(words).contains("Has done 1 tasks with this professional");
        assertThat(suggested(request, world.kimmoId).path("points").asInt())
                .isGreaterThan(suggested(request, world.sariId).path("points").asInt());
        assertThat(IntStream.range(0, 6).map(Score::cost).toArray()).containsExactly(0, 2, 6, 10, 16, 22);
    }

    @Test
    void theSameStateGivesTheSameSuggestions() {
        var request = world.request("");
        assertThat(suggestions(request)).isEqualTo(suggestions(request));
    }

    @Test
    void aBatchPlanIsProposedWithReasonsAndAcceptedInParts() {
        var first = world.request("\"on\": \"2999-04-05\"");
        var second = world.request("\"on\": \"2999-04-06\"");
        var plan = World.created(
                world.coordinator.post("/api/v1/batch-plans", "{\"from\": \"2999-04-05\", \"until\": \"2999-04-06\"}"));
        var items = world.read(world.coordinator, "/api/v1/batch-plans/" + plan).path("items");
        assertThat(items.valueStream().map(item -> item.path("request").asString()))
                .contains(first, second);
        var item = items.valueStream()
                .filter(one -> one.path("request").asString().equals(first))
                .findFirst()
                .orElseThrow();
        assertThat(item.path("reasons")).isNotEmpty();
        must(
                200,
                world.coordinator.post(
                        "/api/v1/batch-plans/" + plan + "/accept",
                        "{\"items\": [{\"request\": \"%s\", \"peerExpert\": \"%s\"}]}"
                                .formatted(first, item.path("peerExpert").asString())));
        assertThat(world.read(world.coordinator, "/api/v1/requests/" + first + "/invitations"))
                .hasSize(1);
        assertThat(world.read(world.coordinator, "/api/v1/requests/" + second + "/invitations"))
                .isEmpty();
        assertThat(world.coordinator
                        .post(
                                "/api/v1/batch-plans/" + plan + "/accept",
                                "{\"items\": [{\"request\": \"%s\", \"peerExpert\": \"%s\"}]}"
                                        .formatted(first, UUID.randomUUID()))
                        .status())
                .isEqualTo(400);
    }
}
