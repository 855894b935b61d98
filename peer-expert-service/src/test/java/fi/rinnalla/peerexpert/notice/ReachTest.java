package fi.rinnalla.peerexpert.notice;

import static fi.rinnalla.peerexpert.World.must;
import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.peerexpert.World;
import fi.rinnalla.service.delivering.Courier;
import fi.rinnalla.service.delivering.Message;
import fi.rinnalla.service.delivering.Way;
import fi.rinnalla.service.rows.Keeper;
import fi.rinnalla.testing.Eventually;
import fi.rinnalla.testing.Http;
import fi.rinnalla.testing.RealService;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Notices that also leave the house, by a courier of the test's own: it fails when it is told to. */
@RealService
@Import(ReachTest.Pigeon.class)
class ReachTest {

    @TestConfiguration
    static class Pigeon implements Courier {

        final List<Message> carried = new CopyOnWriteArrayList<>();
        final List<Message> refused = new CopyOnWriteArrayList<>();

        @Override
        public boolean carries(Way way) {
            return true;
        }

        @Override
        public void carry(Message message) throws IOException {
            boolean never = message.to().value().endsWith("00");
            boolean firstTime =
                    message.to().value().endsWith("01") && refused.stream().noneMatch(message::equals);
            if (never || firstTime) {
                refused.add(message);
                throw new IOException("no wind");
            }
            carried.add(message);
        }

        List<Message> to(String address) {
            return carried.stream()
                    .filter(message -> message.to().value().equals(address))
                    .toList();
        }
    }

    @LocalServerPort
    int port;

    @Autowired
    Pigeon pigeon;

    @Autowired
    Keeper keeper;

    World world;

    @BeforeEach
    void people() {
        world = new World(port);
    }

    private static void reach(Http who, String way, String address, String language) {
        must(204, who.post("/api/v1/notices/reach", """
                {"way": "%s", "address": "%s", "language": "%s"}""".formatted(way, address, language)));
    }

    @Test
    void anInvitationComesAsATextMessageWhoseLinkTakesANo() {
        reach(world.sari, "text-message", "040 555 1234", "sv");
        world.invite(world.request(""), world.sariId);
        var message = Eventually.get(() -> pigeon.to("0405551234"), found -> !found.isEmpty())
                .getFirst();
        assertThat(message.text()).startsWith("Du har bjudits in").doesNotContain(world.sariName);
        var link = message.text().substring(message.text().indexOf("/k/"));
        assertThat(Http.at("http://localhost:" + port).post(link, "").status()).isEqualTo(200);
        assertThat(world.read(world.sari, "/api/v1/invitations")
                        .at("/items/0/state")
                        .asString())
                .isEqualTo("declined");
    }

    @Test
    void whoeverIsNextInTurnGetsTheirLinkWhenTheirTurnHasCome() {
        reach(world.kimmo, "email", "kimmo@example.fi", "en");
        var invited = world.invited(world.request(""), "in-turn", world.sariId, world.kimmoId);
        must(
                204,
                world.sari.post(
                        "/api/v1/invitations/"
                                + invited.at("/invitations/0/invitation").asString() + "/decline",
                        ""));
        var message = Eventually.get(() -> pigeon.to("kimmo@example.fi"), found -> !found.isEmpty())
                .getFirst();
        assertThat(message.subject()).isEqualTo("Rinnalla: there is a message for you");
        assertThat(message.text()).endsWith(invited.at("/invitations/1/link").asString());
    }

    @Test
    void whatFailedIsSentAgainAndNothingRemainsOnceItHasLeft() {
        reach(world.sari, "text-message", "+358 40 555 0101", "fi");
        world.invite(world.request(""), world.sariId);
        var message = Eventually.get(() -> pigeon.to("+358405550101"), found -> !found.isEmpty())
                .getFirst();
        assertThat(pigeon.refused).contains(message);
        Eventually.get(() -> rowsWaiting(message), left -> left == 0);
        assertThat(pigeon.to("+358405550101")).containsExactly(message);
    }

    @Test
    void anAddressIsInTheDatabaseUnderSealAloneAndWhatIsGivenUpIsForgotten() {
        reach(world.sari, "text-message", "0405550200", "fi");
        world.invite(world.request(""), world.sariId);
        var message = Eventually.get(
                        () -> pigeon.refused.stream()
                                .filter(one -> one.to().value().equals("0405550200"))
                                .toList(),
                        found -> !found.isEmpty())
                .getFirst();
        assertThat(keeper.rows()
                        .sql("SELECT encode(sealed, 'escape') FROM message_out WHERE id = ?")
                        .param(message.id())
                        .query(String.class)
                        .single())
                .doesNotContain("0405550200");
        keeper.rows()
                .sql("UPDATE message_out SET tries = 15, next_try = now() WHERE id = ?")
                .param(message.id())
                .update();
        assertThat(Eventually.get(
                        () -> keeper.rows()
                                .sql("SELECT count(*) FROM message_out WHERE id = ? AND sealed IS NULL")
                                .param(message.id())
                                .query(Integer.class)
                                .single(),
                        given -> given == 1))
                .isOne();
    }

    @Test
    void itIsOnesOwnChoiceAndEndsAtOnce() {
        assertThat(world.sari.get("/api/v1/notices/reach").status()).isEqualTo(404);
        assertThat(world.sari
                        .post("/api/v1/notices/reach", "{\"way\": \"email\", \"address\": \"ei osoite\"}")
                        .body())
                .contains("/address");
        assertThat(world.sari
                        .post("/api/v1/notices/reach", "{\"way\": \"text-message\", \"address\": \"12\"}")
                        .status())
                .isEqualTo(400);
        reach(world.sari, "email", "sari@example.fi", "fi");
        assertThat(world.read(world.sari, "/api/v1/notices/reach")
                        .path("address")
                        .asString())
                .isEqualTo("sari@example.fi");
        must(204, world.sari.post("/api/v1/notices/reach/stop", ""));
        world.invite(world.request(""), world.sariId);
        reach(world.kimmo, "email", "after@example.fi", "fi");
        world.invite(world.request(""), world.kimmoId);
        Eventually.get(() -> pigeon.to("after@example.fi"), found -> !found.isEmpty());
        assertThat(pigeon.to("sari@example.fi")).isEmpty();
    }

    private int rowsWaiting(Message message) {
        return keeper.rows()
                .sql("SELECT count(*) FROM message_out WHERE id = ?")
                .param(message.id())
                .query(Integer.class)
                .single();
    }
}
