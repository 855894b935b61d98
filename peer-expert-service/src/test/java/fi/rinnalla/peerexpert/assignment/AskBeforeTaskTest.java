package fi.rinnalla.peerexpert.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.peerexpert.World;
import fi.rinnalla.service.time.Helsinki;
import fi.rinnalla.testing.RealService;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RealService
class AskBeforeTaskTest {

    @LocalServerPort
    int port;

    @Autowired
    AskBeforeTask ask;

    @Autowired
    Clock clock;

    @Test
    void theQuestionComesOnceThreeDaysBeforeATaskAndNotEarlier() {
        var world = new World(port);
        world.accepted(
                world.sari,
                world.invite(
                        world.request(
                                "\"on\": \"%s\"".formatted(Helsinki.today(clock).plusDays(3))),
                        world.sariId));
        world.accepted(
                world.kimmo,
                world.invite(
                        world.request(
                                "\"on\": \"%s\"".formatted(Helsinki.today(clock).plusDays(4))),
                        world.kimmoId));
        ask.whoeverHasOneSoon();
        ask.whoeverHasOneSoon();
        assertThat(world.noticesOf(world.sari)).containsOnlyOnce("readiness-asked");
        assertThat(world.noticesOf(world.kimmo)).doesNotContain("readiness-asked");
    }
}
