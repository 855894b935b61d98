package fi.rinnalla.session;

import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.testing.Http;
import fi.rinnalla.testing.Infrastructure;
import fi.rinnalla.testing.RealService;
import fi.rinnalla.testing.TestIssuer;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Bad input gets a problem that says what to change: never a trace, never a 500. */
@RealService
class BadInputTest {

    static final String UNIT = "{\"slug\": \"%s\", \"name\": \"Yksikkö\"}";

    @LocalServerPort
    int port;

    Http kaisa;

    @BeforeEach
    void coordinator() {
        kaisa = Http.at("http://localhost:" + port).bearing(TestIssuer.token("kaisa", "sovatek", "coordinator"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"slug": "a                                     | 400 | unreadable-body
            []                                              | 400 | unreadable-body
            null                                            | 400 | unreadable-body
            'text'                                          | 400 | unreadable-body
            {"slug": "aa", "name": "A", "colour": "puce"}   | 400 | unreadable-body
            {"slug": "aa", "name": "A"} {"slug": "bb"}      | 400 | unreadable-body
            {"slug": [7], "name": "A"}                      | 400 | unreadable-body
            {"slug": "aa"}                                  | 400 | invalid-request
            {"slug": "Ä!", "name": "A"}                     | 400 | invalid-request
            {"slug": "aa", "name": ""}                      | 400 | invalid-request
            """)
    void whatIsNoUnitIsRefusedWithAReason(String body, int status, String problem) {
        var answer = kaisa.post("/api/v1/units", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(answer.json().path("errors")).isNotEmpty();
        assertThat(answer.body()).doesNotContain("Exception", "at fi.", "tools.jackson", "puce", "colour");
    }

    @Test
    void deepNestingAndHugeBodiesAreRefusedEarly() {
        var deep = kaisa.post("/api/v1/units", "{\"slug\":".repeat(5_000) + "1" + "}".repeat(5_000));
        assertThat(deep.status()).isEqualTo(400);

        var huge = kaisa.post("/api/v1/units", UNIT.formatted("a".repeat(1_100_000)));
        assertThat(huge.status()).isEqualTo(413);
        assertThat(huge.problem()).isEqualTo("body-too-large");
    }

    @Test
    void wrongMethodKindAndAddressAreProblemsToo() {
        assertThat(kaisa.with("Accept", "text/csv").get("/api/v1/units").status())
                .isEqualTo(406);
        assertThat(kaisa.post("/api/v1/meetings/not-an-id/hold", "{}").problem())
                .isEqualTo("not-found");
        assertThat(kaisa.get("/api/v1/nowhere").problem()).isEqualTo("not-found");
        assertThat(kaisa.post("/api/v1/activities/x", "{}").header("Content-Type"))
                .contains("problem+json");
        assertThat(kaisa.postForm("/api/v1/units", "slug=aa").status()).isIn(400, 415);
        assertThat(kaisa.get("/api/v1/units?limit=1000").problem()).isEqualTo("invalid-request");
    }

    @Test
    void anUnknownKindOfMeetingIsNamedWithItsPlace() {
        var answer = kaisa.post("/api/v1/meetings", """
                {"unit": "x", "kind": "seance", "channel": "phone", "plannedOn": "2017-10-31", "plannedMinutes": 45,
                 "peerExpertWanted": false}""");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo("/kind");
        assertThat(answer.body()).doesNotContain("seance");
    }

    @Test
    void aRequestWithoutAKeyIsAskedForOne() {
        var answer = kaisa.postAgain("/api/v1/units", UNIT.formatted("aa"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("idempotency-key-missing");
    }

    @Test
    void theSameKeyGivesTheSameAnswerAndAnotherBodyIsRefused() {
        var key = UUID.randomUUID().toString();
        var once = kaisa.with("Idempotency-Key", key);
        var first = once.postAgain("/api/v1/units", UNIT.formatted("kerran"));
        var again = once.postAgain("/api/v1/units", UNIT.formatted("kerran"));
        var other = once.postAgain("/api/v1/units", UNIT.formatted("toinen"));

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.problem()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void ofFiftyAtOnceWithOneKeyOneHasAnEffect() throws Exception {
        kaisa.post("/api/v1/units", UNIT.formatted("viisikymmenta"));
        var once = kaisa.with("Idempotency-Key", UUID.randomUUID().toString());
        Callable<Http.Answer> plan = () -> once.postAgain("/api/v1/meetings", """
                {"unit": "viisikymmenta", "kind": "one-to-one", "channel": "phone", "plannedOn": "2017-10-31",
                 "plannedMinutes": 45, "peerExpertWanted": false}""");
        var answers = new ArrayList<Http.Answer>();
        try (var threads = Executors.newFixedThreadPool(50)) {
            for (var done :
                    threads.invokeAll(IntStream.range(0, 50).mapToObj(i -> plan).toList())) {
                answers.add(done.get());
            }
        }
        assertThat(answers).extracting(Http.Answer::status).containsOnly(201);
        assertThat(answers)
                .extracting(Http.Answer::created)
                .containsOnly(answers.getFirst().created());
        try (var admin = Infrastructure.running().admin("session");
                var row = admin.createStatement()
                        .executeQuery("SELECT count(*) FROM meeting WHERE unit = 'viisikymmenta'")) {
            row.next();
            assertThat(row.getInt(1)).isEqualTo(1);
        }
    }

    @Test
    void aRefusedRequestLeavesNothingAndItsKeyMayBeUsedForTheCorrectedOne() {
        var once = kaisa.with("Idempotency-Key", UUID.randomUUID().toString());
        assertThat(once.postAgain("/api/v1/units", "{\"slug\": \"korjattu\"}").status())
                .isEqualTo(400);
        assertThat(once.postAgain("/api/v1/units", UNIT.formatted("korjattu")).status())
                .isEqualTo(201);
    }
}
