package fi.rinnalla.session.workshop;

import static fi.rinnalla.session.World.created;
import static fi.rinnalla.session.World.must;
import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.session.World;
import fi.rinnalla.testing.Http;
import fi.rinnalla.testing.RealService;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@RealService
class WorkshopTest {

    @LocalServerPort
    int port;

    World world;
    String path;

    @BeforeEach
    void aMeeting() {
        world = new World(port);
        path = "/api/v1/meetings/" + world.meeting("\"kind\": \"co-development\", \"seats\": 40");
        must(201, world.worker.post(path + "/topics", "{\"title\": \"Aula\", \"scope\": \"open\"}"));
    }

    private String note(String table, String words) {
        return created(
                world.client.post(path + "/notes", "{\"table\": \"%s\", \"words\": \"%s\"}".formatted(table, words)));
    }

    private String theme(String name, String... notes) {
        return created(world.worker.post(
                path + "/themes",
                "{\"name\": \"%s\", \"notes\": [\"%s\"]}".formatted(name, String.join("\", \"", notes))));
    }

    @Test
    void themesAreMergedAndSplitAndTheWayBackToEachNoteStaysOpen() {
        var hosts = note("1", "Aulaan isäntä");
        var coffee = note("2", "Kahvia odottaville");
        var quiet = note("3", "Hiljainen nurkka");
        var people = theme("Ihmiset", hosts);
        var comfort = theme("Viihtyisyys", coffee, quiet);

        var lobby = created(world.worker.post(
                path + "/themes/merge",
                "{\"name\": \"Aula\", \"themes\": [\"%s\", \"%s\"]}".formatted(people, comfort)));
        assertThat(world.worker
                        .post(path + "/themes/" + lobby + "/split", """
                        {"parts": [{"name": "A", "notes": ["%s"]}, {"name": "B", "notes": ["%s"]}]}""".formatted(hosts, coffee))
                        .json()
                        .at("/errors/0/code")
                        .asString())
                .isEqualTo("every-note");
        must(200, world.worker.post(path + "/themes/" + lobby + "/split", """
                {"parts": [{"name": "Isäntä", "notes": ["%s"]}, {"name": "Tila", "notes": ["%s", "%s"]}]}""".formatted(hosts, coffee, quiet)));

        var workshop = world.read(world.client, path + "/workshop");
        assertThat(workshop.path("traced").asInt()).isEqualTo(3);
        var themes = workshop.path("themes");
        assertThat(themes.valueStream()
                        .filter(one -> one.path("live").asBoolean())
                        .map(one -> one.path("name").asString()))
                .containsExactly("Isäntä", "Tila");
        assertThat(themes.get(2).path("madeOf").toString()).contains(people, comfort);
        assertThat(themes.get(3).path("madeOf").get(0).asString()).isEqualTo(lobby);
        var merged = world.worker.post(
                path + "/themes/merge", "{\"name\": \"X\", \"themes\": [\"%s\", \"%s\"]}".formatted(people, comfort));
        assertThat(merged.status()).isEqualTo(400);
    }

    @Test
    void theMemoIsReadFirstThenPublishedForEverybodyAndWithdrawn() {
        assertThat(world.worker.post(path + "/memo", "").problem()).isEqualTo("wrong-state");
        theme("Aula *ja* <b>ovi</b>", note("1", "# Ei otsikko\\nvaan ajatus"));
        var preview = must(200, world.worker.with("Accept", "text/markdown").get(path + "/memo"))
                .body();
        assertThat(preview)
                .contains(
                        "# Muistio 31.10.2017",
                        "- Aula",
                        "## Aula \\*ja\\* &lt;b&gt;ovi&lt;/b&gt;",
                        "- \\# Ei otsikko vaan ajatus");

        var address = must(200, world.worker.post(path + "/memo", ""))
                .json()
                .path("address")
                .asString();
        var everybody = Http.at("http://localhost:" + port);
        assertThat(must(200, everybody.with("Accept-Language", "sv").get(address))
                        .body())
                .contains("<h1>Minnesanteckningar 31.10.2017</h1>", "Aula *ja* &lt;b&gt;ovi&lt;/b&gt;")
                .doesNotContain(world.clientLogin, "<script");
        assertThat(must(200, everybody.get(address + ".md")).body()).contains("# Muistio");
        assertThat(world.read(world.client, path + "/workshop").path("memo").asString())
                .isEqualTo(address);

        must(204, world.worker.post(path + "/memo/withdraw", ""));
        assertThat(everybody.get(address).status()).isEqualTo(404);
        assertThat(everybody.get("/memos/" + UUID.randomUUID()).body())
                .isEqualTo(everybody.get(address).body());
        assertThat(everybody.get(address + ".md").status()).isEqualTo(404);
    }

    @Test
    void aTipForTheNextTimeStaysInTheActivitysBoxWithoutItsGiver() {
        var activity = created(world.coordinator.post("/api/v1/activities", """
                {"unit": "%s", "name": "Cafe Social", "startedOn": "2017-10-01"}""".formatted(world.unit)));
        created(world.client.post(
                "/api/v1/activities/" + activity + "/tips", "{\"words\": \"Puhutaan yksinäisyydestä.\"}"));
        var tips = world.coordinator.get("/api/v1/activities/" + activity + "/tips");
        assertThat(tips.body()).contains("yksinäisyydestä").doesNotContain(world.clientLogin);
        assertThat(world.coordinator
                        .get("/api/v1/activities/" + UUID.randomUUID() + "/tips")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whereSitesDoItInDifferentWaysARecommendationSettlesIt() {
        var other = world.unit + "-b";
        must(201, world.coordinator.post("/api/v1/units", "{\"slug\": \"%s\", \"name\": \"Toinen\"}".formatted(other)));
        var circulating = created(world.worker.post("/api/v1/circulating-meetings", """
                {"name": "Kiertävä kokous", "agenda": ["Miten uusi asiakas otetaan vastaan?"], "sites": ["%s", "%s"]}""".formatted(world.unit, other)));
        var round = "/api/v1/circulating-meetings/" + circulating;
        var item = world.read(world.client, round).at("/agenda/0/item").asString();
        must(201, world.plannedMeeting("\"kind\": \"circulating\", \"circulating\": \"%s\"".formatted(circulating)));
        answer(round, item, world.unit, "Kahvilla aulassa");
        assertThat(world.worker
                        .post(round + "/recommendations", "{\"item\": \"%s\", \"words\": \"Kahvilla\"}".formatted(item))
                        .problem())
                .isEqualTo("wrong-state");
        answer(round, item, other, "Luukulla");
        assertThat(world.read(world.client, round).at("/agenda/0/differs").asBoolean())
                .isTrue();
        must(
                204,
                world.worker.post(
                        round + "/recommendations",
                        "{\"item\": \"%s\", \"words\": \"Kaikilla kahvilla aulassa\"}".formatted(item)));

        var shown = world.read(world.client, round);
        assertThat(shown.path("differing").asInt()).isEqualTo(1);
        assertThat(shown.path("settled").asInt()).isEqualTo(1);
        assertThat(shown.at("/agenda/0/answers")).hasSize(2);
        assertThat(world.worker
                        .post(
                                round + "/answers",
                                "{\"item\": \"%s\", \"site\": \"%s\", \"practice\": \"x\"}".formatted(item, other))
                        .problem())
                .isEqualTo("wrong-state");
    }

    private void answer(String round, String item, String site, String practice) {
        must(
                204,
                world.worker.post(
                        round + "/answers",
                        "{\"item\": \"%s\", \"site\": \"%s\", \"practice\": \"%s\"}".formatted(item, site, practice)));
    }
}
