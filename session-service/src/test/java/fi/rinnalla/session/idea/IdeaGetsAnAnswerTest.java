package fi.rinnalla.session.idea;

import static fi.rinnalla.session.World.created;
import static fi.rinnalla.session.World.must;
import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.service.rows.Keeper;
import fi.rinnalla.service.rows.OnBehalf;
import fi.rinnalla.session.World;
import fi.rinnalla.testing.Eventually;
import fi.rinnalla.testing.Http;
import fi.rinnalla.testing.Infrastructure;
import fi.rinnalla.testing.KafkaEar;
import fi.rinnalla.testing.RealService;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@RealService
class IdeaGetsAnAnswerTest {

    @LocalServerPort
    int port;

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

    @Autowired
    Escalate escalate;

    @Autowired
    Keeper keeper;

    @Autowired
    Ideas ideas;

    @Autowired
    OnBehalf onBehalf;

    @Autowired
    Clock clock;

    World world;

    @BeforeEach
    void people() {
        world = new World(port);
    }

    private Http.Answer mandate(String idea, String due) {
        var etag = String.valueOf(world.coordinator.get("/api/v1/ideas/" + idea).header("ETag"));
        return world.coordinator.with("If-Match", etag).post("/api/v1/ideas/" + idea + "/mandate", """
                {"decides": "Poliklinikan esihenkilö", "what": "Aulan käyttö", "dueOn": "%s"}""".formatted(due));
    }

    private Http.Answer decide(String idea, String outcome) {
        var etag = String.valueOf(world.manager.get("/api/v1/ideas/" + idea).header("ETag"));
        return world.manager.with("If-Match", etag).post("/api/v1/ideas/" + idea + "/decision", """
                {"outcome": "%s", "answer": "Aulassa on tilaa, kokeillaan keväällä.", "owner": "Esihenkilö", "deadline": "2018-03-01"}""".formatted(outcome));
    }

    private List<JsonNode> said(String idea, int events) {
        return Eventually.get(() -> KafkaEar.onInfrastructure().eventsOf("idea", idea), all -> all.size() == events);
    }

    @Test
    void anIdeaIsNotDecidedBeforeItIsSaidWhoCanDecideAndByWhen() {
        var idea = world.idea(world.client, "");
        assertThat(decide(idea, "adopted").problem()).isEqualTo("wrong-state");
        must(204, mandate(idea, "2999-01-01"));
        must(204, decide(idea, "adopted"));
        var decided = said(idea, 3).get(2).path("data");
        assertThat(decided.path("byManager").asBoolean()).isTrue();
        assertThat(decided.path("outcome").asString()).isEqualTo("adopted");
        assertThat(decided.toString()).doesNotContain("Aula", "tilaa");
    }

    @Test
    void aClientsIdeaIsTriedRootedAndCheckedAfterTheProjectsEnd() {
        var idea = world.idea(world.client, "");
        must(204, mandate(idea, "2999-01-01"));
        must(204, decide(idea, "adapted"));
        var path = "/api/v1/ideas/" + idea;
        must(204, world.coordinator.post(path + "/pilot", "{\"startedOn\": \"2018-01-08\"}"));
        must(
                204,
                world.coordinator.post(
                        path + "/root",
                        "{\"projectEndedOn\": \"2018-12-31\", \"ownerUnit\": \"%s\"}".formatted(world.unit)));
        assertThat(world.read(world.coordinator, path).path("checksDue").toString())
                .isEqualTo("[6,12]");
        must(
                204,
                world.coordinator.post(
                        path + "/checks",
                        "{\"monthsAfter\": 6, \"alive\": true, \"ownerUnit\": \"%s\"}".formatted(world.unit)));
        must(204, world.coordinator.post(path + "/stop", "{\"learned\": \"Isäntä tarvitsee parin.\"}"));
        assertThat(world.read(world.client, path).path("learned").asString()).isEqualTo("Isäntä tarvitsee parin.");
        assertThat(said(idea, 7))
                .extracting(event -> event.path("type").asString().replace("fi.rinnalla.idea.", ""))
                .containsExactly(
                        "proposed", "mandate-stated", "decided", "pilot-started", "rooted", "checked", "stopped");
    }

    @Test
    void everyProposerIsToldAndThenTheLoopIsClosed() {
        var one = world.idea(world.client, "");
        var same = world.idea(world.as("eeva", "client"), "");
        must(204, world.coordinator.post("/api/v1/ideas/" + one + "/join", "{\"ideas\": [\"%s\"]}".formatted(same)));
        must(204, mandate(one, "2999-01-01"));
        assertThat(world.client.post("/api/v1/ideas/" + one + "/told", "{}").problem())
                .isEqualTo("wrong-state");
        must(204, decide(one, "declined"));
        must(204, world.client.post("/api/v1/ideas/" + one + "/told", "{}"));
        assertThat(world.read(world.coordinator, "/api/v1/ideas/" + one)
                        .path("allTold")
                        .asBoolean())
                .isFalse();
        must(
                204,
                world.coordinator.post(
                        "/api/v1/ideas/" + one + "/told", "{\"proposer\": \"%s\"}".formatted(world.login("eeva"))));

        var told = said(one, 4).get(3);
        assertThat(told.path("type").asString()).isEqualTo("fi.rinnalla.idea.proposers-told");
        assertThat(told.at("/data/proposers").asInt()).isEqualTo(2);
        assertThat(said(same, 2).get(1).at("/data/into").asString()).isEqualTo(one);
        // Eeva finds the answer where her own idea went.
        assertThat(world.read(world.as("eeva", "client"), "/api/v1/ideas/" + same)
                        .path("goesOnIn")
                        .asString())
                .isEqualTo(one);
        assertThat(world.read(world.as("eeva", "client"), "/api/v1/ideas/" + one)
                        .at("/decision/answer")
                        .asString())
                .contains("tilaa");
    }

    @Test
    void aDividedIdeaKeepsItsProposersInEachPart() {
        var idea = world.idea(world.client, "");
        var parts = must(
                        200,
                        world.coordinator.post(
                                "/api/v1/ideas/" + idea + "/divide", "{\"parts\": [\"Isäntä\", \"Kahvi\"]}"))
                .json();
        for (var part : parts) {
            var shown = world.read(world.client, "/api/v1/ideas/" + part.asString());
            assertThat(shown.path("yours").asBoolean()).isTrue();
            assertThat(shown.path("madeOf").get(0).asString()).isEqualTo(idea);
        }
    }

    @Test
    void whoProposesWithoutANameReadsTheAnswerByCodeAndNobodyKnowsWhoItWas() throws Exception {
        var proposed = must(201, world.client.postAgain("/api/v1/anonymous-ideas", """
                {"unit": "%s", "words": "Ovi voisi olla auki.", "origin": "client", "area": "own-life"}""".formatted(world.unit)));
        var idea = proposed.json().path("id").asString();
        var code = proposed.json().path("returnCode").asString();
        var page = Http.at("http://localhost:" + port);
        assertThat(must(200, page.postForm("/i", "code=" + code)).body())
                .contains("Ovi voisi olla auki.", "ei ole vielä vastattu");
        must(204, mandate(idea, "2999-01-01"));
        must(204, decide(idea, "adopted"));

        var answer = must(
                        200, page.with("Accept-Language", "sv").postForm("/i", "code=" + code.toLowerCase(Locale.ROOT)))
                .body();
        assertThat(answer).contains("Idén tas i bruk.", "Aulassa on tilaa");
        assertThat(said(idea, 4).get(3).path("type").asString()).isEqualTo("fi.rinnalla.idea.proposers-told");
        assertThat(page.postForm("/i", "code=AAAA-BBBB").status()).isEqualTo(404);
        assertThat(must(200, page.get("/i")).body())
                .contains("<form method=\"post\">")
                .doesNotContain("<script");

        assertThat(world.client.get("/api/v1/ideas/" + idea).status()).isEqualTo(404);
        assertThat(world.read(world.coordinator, "/api/v1/ideas/" + idea)
                        .path("proposers")
                        .toString())
                .isEqualTo("[\"-\"]");
        try (var admin = Infrastructure.running().admin("session")) {
            for (var table : new String[] {"idea", "answered_request", "access_log", "outbox", "outbox_sent"}) {
                try (var rows = admin.createStatement()
                        .executeQuery("SELECT count(*) FROM " + table + " AS kept WHERE kept::text LIKE '%" + idea
                                + "%' AND kept::text LIKE '%" + world.clientLogin + "%' OR kept::text LIKE '%" + code
                                + "%'")) {
                    rows.next();
                    assertThat(rows.getInt(1)).as(table).isZero();
                }
            }
        }
    }

    @Test
    void aLateAnswerIsNoticedAndStandsFirstInTheManagersList() {
        var onTime = world.idea(world.client, "");
        var late = world.idea(world.client, "");
        must(204, mandate(onTime, "2999-01-01"));
        must(204, mandate(late, LocalDate.now(HELSINKI).toString()));
        escalate.whateverIsLate();
        assertThat(world.read(world.manager, "/api/v1/ideas/" + late)
                        .path("late")
                        .asBoolean())
                .isFalse();
        var tomorrow = new Escalate(keeper, ideas, onBehalf, Clock.offset(clock, Duration.ofDays(1)));
        tomorrow.whateverIsLate();
        tomorrow.whateverIsLate();
        assertThat(said(late, 3).get(2).path("type").asString()).isEqualTo("fi.rinnalla.idea.answer-late");
        assertThat(world.read(world.manager, "/api/v1/ideas/" + late)
                        .path("late")
                        .asBoolean())
                .isTrue();
        assertThat(world.read(world.client, "/api/v1/ideas").at("/items/0/id").asString())
                .isEqualTo(late);
        var seen = new java.util.ArrayList<String>();
        var page = world.read(world.client, "/api/v1/ideas?limit=1");
        seen.add(page.at("/items/0/id").asString());
        page = world.read(
                world.client,
                "/api/v1/ideas?limit=1&cursor=" + page.path("next").asString());
        seen.add(page.at("/items/0/id").asString());
        assertThat(seen).containsExactly(late, onTime);
    }

    @Test
    void anIdeaFromATopicThatIsNotOpenIsRefusedForTheReasonStatedBeforehand() {
        var meeting = world.meeting("\"kind\": \"co-development\"");
        var path = "/api/v1/meetings/" + meeting;
        var closed = created(world.worker.post(
                path + "/topics",
                "{\"title\": \"Lääkehoito\", \"scope\": \"not-open\", \"why\": \"Lääkäri päättää\"}"));
        var open = created(world.worker.post(path + "/topics", "{\"title\": \"Aula\", \"scope\": \"open\"}"));
        var note = created(world.worker.post(path + "/notes", "{\"table\": \"1\", \"words\": \"Isäntä\"}"));
        var theme = created(
                world.worker.post(path + "/themes", "{\"name\": \"Aula\", \"notes\": [\"%s\"]}".formatted(note)));
        var from = "{\"unit\": \"" + world.unit
                + "\", \"words\": \"Isäntä aulaan\", \"origin\": \"together\", \"area\": \"processes-of-influence\","
                + " \"bornOf\": \"theme\", \"meeting\": \"%s\", \"topic\": \"%s\", \"ref\": \"%s\"}";
        assertThat(world.worker
                        .post("/api/v1/ideas", from.formatted(meeting, closed, theme))
                        .problem())
                .isEqualTo("topic-not-open");
        assertThat(world.worker
                        .post("/api/v1/ideas", from.formatted(meeting, java.util.UUID.randomUUID(), theme))
                        .status())
                .isEqualTo(400);
        assertThat(world.worker
                        .post("/api/v1/ideas", from.formatted(meeting, open, java.util.UUID.randomUUID()))
                        .status())
                .isEqualTo(400);
        must(201, world.worker.post("/api/v1/ideas", from.formatted(meeting, open, theme)));
    }

    @Test
    void anIdeaNamesTheTipOrTheRecommendationThatItWasBornOf() {
        var activity = created(world.coordinator.post("/api/v1/activities", """
                {"unit": "%s", "name": "Cafe Social", "startedOn": "2017-10-01"}""".formatted(world.unit)));
        var tip =
                created(world.client.post("/api/v1/activities/" + activity + "/tips", "{\"words\": \"Yksinäisyys\"}"));
        var born = world.idea(world.client, "\"bornOf\": \"tip\", \"ref\": \"%s\"".formatted(tip));
        assertThat(said(born, 1).getFirst().at("/data/bornOf").asString()).isEqualTo("tip");
        for (var of : new String[] {"tip", "recommendation"}) {
            for (var ref : new String[] {"", ", \"ref\": \"%s\"".formatted(java.util.UUID.randomUUID())}) {
                var refused = world.client.post("/api/v1/ideas", """
                        {"unit": "%s", "words": "a", "origin": "client", "area": "own-life", "bornOf": "%s"%s}""".formatted(world.unit, of, ref));
                assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo("/ref");
            }
        }
    }

    @Test
    void aDisappointmentBecomesAnIdeaOnlyWithTheGiversConsent() {
        var body = "{\"unit\": \"" + world.unit
                + "\", \"words\": \"Jonotin tunnin.\", \"origin\": \"client\", \"area\": \"own-life\", \"bornOf\": \"disappointment\"%s}";
        assertThat(world.worker
                        .post("/api/v1/ideas", body.formatted(""))
                        .json()
                        .at("/errors/0/pointer")
                        .asString())
                .isEqualTo("/consented");
        must(201, world.worker.post("/api/v1/ideas", body.formatted(", \"consented\": true")));
    }

    @Test
    void clientsStartAGroupWithAPlaceAndAContactAndStudyTogether() {
        var bare = world.client.post("/api/v1/ideas", """
                {"unit": "%s", "words": "Yksinäisten ryhmä", "origin": "client", "area": "common-good", "form": "group"}""".formatted(world.unit));
        assertThat(bare.json().at("/errors/0/pointer").asString()).isEqualTo("/group");
        var group = world.idea(
                world.client, "\"form\": \"group\", \"group\": {\"place\": \"Meidän tupa\", \"contact\": \"Kaisa\"}");
        var inquiry = world.idea(
                world.worker,
                "\"form\": \"inquiry\", \"inquiry\": {\"question\": \"Mitä on asunnottomuus?\", \"coResearchers\": [\"asiakas\", \"työntekijä\"]}");
        must(
                204,
                world.coordinator.post("/api/v1/ideas/" + inquiry + "/findings", "{\"findings\": \"Avain puuttuu.\"}"));
        assertThat(world.coordinator
                        .post("/api/v1/ideas/" + group + "/findings", "{\"findings\": \"Ei.\"}")
                        .problem())
                .isEqualTo("wrong-state");
        assertThat(said(group, 1).getFirst().at("/data/form").asString()).isEqualTo("group");
        assertThat(world.read(world.manager, "/api/v1/ideas/" + inquiry)
                        .path("findings")
                        .asString())
                .isEqualTo("Avain puuttuu.");
    }
}
