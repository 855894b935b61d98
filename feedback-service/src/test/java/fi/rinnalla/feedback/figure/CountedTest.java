package fi.rinnalla.feedback.figure;

import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.feedback.FeedbackSettings;
import fi.rinnalla.service.rows.Keeper;
import fi.rinnalla.service.rows.OnBehalf;
import fi.rinnalla.testing.Eventually;
import fi.rinnalla.testing.RealService;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** What was counted is kept as long as nothing arrives, and never for another organisation. */
@RealService
class CountedTest {

    private static final String VIEW = "heard";

    @Autowired
    Moves moves;

    @Autowired
    OnBehalf onBehalf;

    @Autowired
    Keeper keeper;

    private final String unit = "unit-" + UUID.randomUUID();
    private final AtomicInteger counts = new AtomicInteger();

    private Counted counted(Duration organisationFor) {
        return new Counted(
                moves,
                onBehalf,
                new FeedbackSettings(
                        5,
                        Duration.ofMinutes(1),
                        Duration.ofHours(1),
                        organisationFor,
                        30,
                        Duration.ofSeconds(30),
                        "http://localhost"));
    }

    /** @return how many times it was counted when this was counted */
    private int ask(Counted counted, String organisation, @Nullable String ofUnit) {
        var token = Jwt.withTokenValue("-")
                .header("alg", "-")
                .subject("jaana")
                .issuer("-")
                .claim("org", organisation)
                .build();
        SecurityContextHolder.getContext().setAuthentication(new JwtAuthenticationToken(token));
        return onBehalf.found(
                organisation,
                () -> counted.of(List.of(VIEW, "indicators"), ofUnit, "how many times", counts::incrementAndGet));
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    private void arrive(String organisation) {
        int live = keeper.rows()
                .sql("SELECT generation FROM view_generation WHERE view = ? AND live")
                .param(VIEW)
                .query(Integer.class)
                .single();
        moves.moved(VIEW, live, Set.of(new Moves.Place(organisation, unit)));
    }

    @Test
    void aUnitIsCountedAgainOnceSomethingArrivedThere() {
        var counted = counted(Duration.ofSeconds(10));
        assertThat(ask(counted, "sovatek", unit)).isEqualTo(1);
        assertThat(ask(counted, "sovatek", unit)).isEqualTo(1);
        arrive("sovatek");
        assertThat(ask(counted, "sovatek", unit)).isEqualTo(2);
        assertThat(ask(counted, "sovatek", unit)).isEqualTo(2);
    }

    @Test
    void whatArrivesElsewhereOrIsAskedByAnotherOrganisationIsAnotherMatter() {
        var counted = counted(Duration.ofSeconds(10));
        assertThat(ask(counted, "sovatek", unit)).isEqualTo(1);
        arrive("jyvaskyla");
        assertThat(ask(counted, "sovatek", unit)).isEqualTo(1);
        assertThat(ask(counted, "jyvaskyla", unit)).isEqualTo(2);
    }

    @Test
    void aWholeOrganisationIsCountedAgainAfterAWhileAndMeanwhileAnsweredWithWhatWasThere() {
        var patient = counted(Duration.ofSeconds(50));
        assertThat(ask(patient, "sovatek", null)).isEqualTo(1);
        arrive("sovatek");
        assertThat(ask(patient, "sovatek", null)).isEqualTo(1);

        var quick = counted(Duration.ofMillis(1));
        int first = ask(quick, "sovatek", null);
        arrive("sovatek");
        assertThat(Eventually.get(() -> ask(quick, "sovatek", null), answer -> answer > first))
                .isGreaterThan(first);

        var exact = counted(Duration.ZERO);
        int once = ask(exact, "sovatek", null);
        arrive("sovatek");
        assertThat(ask(exact, "sovatek", null)).isGreaterThan(once);
    }

    @Test
    void unitsThatAreReadInTurnsDoNotPushEachOtherOut() {
        var counted = counted(Duration.ofSeconds(10));
        for (int round = 0; round < 2; round++) {
            for (int n = 0; n < 1_500; n++) {
                ask(counted, "sovatek", "unit-" + n);
            }
        }
        assertThat(counts).hasValue(1_500);
    }

    @Test
    void ofManyWhoAskAtOnceOneCounts() throws Exception {
        var counted = counted(Duration.ofSeconds(10));
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            people.invokeAll(Collections.nCopies(30, () -> ask(counted, "sovatek", unit)));
        }
        assertThat(counts).hasValue(1);
    }
}
