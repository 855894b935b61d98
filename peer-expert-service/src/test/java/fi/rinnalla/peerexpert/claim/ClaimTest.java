package fi.rinnalla.peerexpert.claim;

import static fi.rinnalla.peerexpert.World.created;
import static fi.rinnalla.peerexpert.World.must;
import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.peerexpert.World;
import fi.rinnalla.testing.Eventually;
import fi.rinnalla.testing.KafkaEar;
import fi.rinnalla.testing.RealService;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@RealService
class ClaimTest {

    @LocalServerPort
    int port;

    World world;
    String claim;

    @BeforeEach
    void aTaskThatIsDone() {
        world = new World(port);
        claim = world.claimOf(world.sari, world.doneTask(world.sari, world.sariId));
    }

    private fi.rinnalla.testing.Http.Answer fill(int kilometres, String expenses) {
        var etag = String.valueOf(world.sari.get("/api/v1/claims/" + claim).header("ETag"));
        return world.sari
                .with("If-Match", etag)
                .post(
                        "/api/v1/claims/" + claim + "/fill",
                        "{\"kilometres\": %d, \"expenses\": [%s]}".formatted(kilometres, expenses));
    }

    private void submit(String on) {
        must(204, world.sari.post("/api/v1/claims/" + claim + "/submit", "{\"submittedOn\": \"%s\"}".formatted(on)));
    }

    private String sent() {
        submit("2017-11-01");
        must(204, world.coordinator.post("/api/v1/claims/" + claim + "/approve", "{\"approvedOn\": \"2017-11-03\"}"));
        return created(world.coordinator.post("/api/v1/payroll/batches", ""));
    }

    private fi.rinnalla.testing.Http.Answer paid(String... lines) {
        return world.coordinator.post(
                "/api/v1/payroll/paid", "{\"file\": \"claim;paidOn\\n%s\"}".formatted(String.join("\\n", lines)));
    }

    private String state() {
        return world.read(world.sari, "/api/v1/claims/" + claim).path("state").asString();
    }

    @Test
    void aDoneTaskFillsTheClaimAndEachStepHasItsDay() {
        must(204, fill(12, "{\"what\": \"Bussilippu\", \"cents\": 330}"));
        assertThat(world.read(world.sari, "/api/v1/claims/" + claim)
                        .path("totalCents")
                        .asInt())
                .isEqualTo(5000 + 12 * 55 + 330);
        var batch = sent();
        assertThat(state()).isEqualTo("sent-to-payroll");
        var file = must(200, world.coordinator.with("Accept", "text/csv").get("/api/v1/payroll/batches/" + batch))
                .body();
        assertThat(file).contains(claim + ";" + world.login("sari"), ";50,00;6,60;3,30;59,90\r\n");
        must(200, paid(claim + ";14.11.2017"));
        var steps = world.read(world.sari, "/api/v1/claims/" + claim)
                .path("steps")
                .valueStream()
                .map(step -> step.path("state").asString());
        assertThat(steps).containsExactly("draft", "submitted", "approved", "sent-to-payroll", "paid");
        var said = Eventually.get(() -> KafkaEar.onInfrastructure().eventsOf("claim", claim), all -> all.size() == 2);
        assertThat(said.get(1).at("/data/days").asInt()).isEqualTo(13);
        assertThat(said.toString()).doesNotContain("5990", "5000", world.sariId, world.login("sari"));
    }

    @Test
    void approvedIsNeverShownAsPaid() {
        submit("2017-11-01");
        must(204, world.coordinator.post("/api/v1/claims/" + claim + "/approve", "{}"));
        assertThat(state()).isEqualTo("approved");
        assertThat(world.read(world.sari, "/api/v1/peer-experts/me/month?month=2017-10")
                        .path("paidCents")
                        .asInt())
                .isZero();
        assertThat(world.noticesOf(world.sari)).contains("claim-approved").doesNotContain("claim-paid");
    }

    @Test
    void aFileWithFaultsIsNotTakenAtAllAndEachLineSaysWhy() {
        sent();
        var own = claim;
        claim = world.claimOf(world.sari, world.doneTask(world.sari, world.sariId));
        var refused = paid(
                own + ";14.11.2017",
                claim + ";14.11.2017",
                "nobody;14.11.2017",
                own + ";14.11.2017",
                own + ";31.2.2017",
                own + ";1.1.2999");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("pointer").asString() + " "
                                + error.path("code").asString()))
                .containsExactly(
                        "/file/3 not-sent-to-payroll",
                        "/file/4 unknown-claim",
                        "/file/5 twice-in-the-file",
                        "/file/6 unreadable-day",
                        "/file/7 in-the-future");
        claim = own;
        assertThat(state()).isEqualTo("sent-to-payroll");
    }

    @Test
    void nobodyIsPaidTwice() {
        sent();
        must(200, paid(claim + ";2017-11-14"));
        assertThat(paid(claim + ";2017-11-14").json().at("/errors/0/code").asString())
                .isEqualTo("paid-already");
        assertThat(world.sari.post("/api/v1/claims/" + claim + "/submit", "{}").problem())
                .isEqualTo("wrong-state");
    }

    @Test
    void aQuestionComesBackAndIsAnswered() {
        submit("2017-11-01");
        must(204, world.coordinator.post("/api/v1/claims/" + claim + "/question", "{\"words\": \"Mihin matkaan?\"}"));
        assertThat(world.coordinator
                        .post("/api/v1/claims/" + claim + "/approve", "{}")
                        .problem())
                .isEqualTo("wrong-state");
        must(204, fill(3, ""));
        must(204, world.sari.post("/api/v1/claims/" + claim + "/answer", "{\"words\": \"Paluumatkaan.\"}"));
        assertThat(state()).isEqualTo("submitted");
        assertThat(world.read(world.sari, "/api/v1/claims/" + claim)
                        .path("totalCents")
                        .asInt())
                .isEqualTo(5165);
    }

    @Test
    void theOrganisationsLimitsHold() {
        assertThat(fill(301, "").json().at("/errors/0/pointer").asString()).isEqualTo("/kilometres");
        assertThat(fill(0, "{\"what\": \"Hotelli\", \"cents\": 20001}")
                        .json()
                        .at("/errors/0/pointer")
                        .asString())
                .isEqualTo("/expenses");
    }

    @Test
    void aReceiptIsKeptAndOnlyShownToThoseWhomItConcerns() {
        var receipt = created(world.sari.post(
                "/api/v1/claims/" + claim + "/receipts",
                "{\"mediaType\": \"image/png\", \"content\": \"iVBORw0KGgo=\"}"));
        var path = "/api/v1/claims/" + claim + "/receipts/" + receipt;
        assertThat(world.coordinator.get(path).status())
                .as("a draft is her own")
                .isEqualTo(404);
        must(200, world.sari.get(path));
        submit("2017-11-01");
        assertThat(must(200, world.coordinator.get(path)).header("Content-Disposition"))
                .isEqualTo("attachment");
        assertThat(world.kimmo.get(path).status()).isEqualTo(404);
        assertThat(world.sari
                        .post(
                                "/api/v1/claims/" + claim + "/receipts",
                                "{\"mediaType\": \"text/html\", \"content\": \"PGI+\"}")
                        .status())
                .isEqualTo(400);
        assertThat(world.sari
                        .post(
                                "/api/v1/claims/" + claim + "/receipts",
                                "{\"mediaType\": \"image/png\", \"content\": \"%%\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aCellThatASpreadsheetWouldReckonIsMadeHarmless() {
        assertThat(List.of("=1+1", "+358", "-5", "@SUM", "\tx", "Sari").stream().map(PayrollFile::harmless))
                .containsExactly("'=1+1", "'+358", "'-5", "'@SUM", "'\tx", "Sari");
    }
}
