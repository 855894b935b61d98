package fi.rinnalla.feedback.ask;

import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.feedback.World;
import fi.rinnalla.service.pages.Secrets;
import fi.rinnalla.testing.RealService;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Behind the gateway's limits, the links themselves: of 100 000 guesses none opens one, and none locks its owner out. */
@RealService
class GuessTest {

    private static final int GUESSES = 100_000;
    private static final int THREADS = 8;

    @LocalServerPort
    int port;

    @Autowired
    Asks asks;

    @Test
    void aHundredThousandGuessesOpenNothingAndTheOwnersLinkStillOpens() throws Exception {
        var world = new World(port);
        var link = world.link("");
        var token = link.substring("/a/".length());
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var opened = IntStream.range(0, THREADS)
                    .mapToObj(n -> threads.submit(() -> IntStream.range(0, GUESSES / THREADS)
                            .filter(guess -> asks.open(
                                            guess % 2 == 0 ? Secrets.token() : near(token, guess), Optional::of)
                                    .isPresent())
                            .count()))
                    .toList();
            for (var count : opened) {
                assertThat(count.get()).isZero();
            }
        }
        assertThat(world.anybody.postForm(link, "heard=4").status()).isEqualTo(200);
    }

    /** Of a link that was seen over a shoulder, but for two characters. */
    private static String near(String token, int guess) {
        var near = token.substring(0, 20) + "%02d".formatted(guess % 100);
        return near.equals(token) ? token.substring(1) : near;
    }
}
