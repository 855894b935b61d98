package fi.rinnalla.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.local.seeds.Visitor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Inside, each service tells which version of it runs and what it is made of; outside, nobody is told. */
class WhatRunsIT {

    @ParameterizedTest
    @ValueSource(strings = {"session-service", "peer-expert-service", "feedback-service"})
    void aServiceTellsItsVersionItsCommitAndWhatItIsMadeOf(String name) {
        var ports = Running.system().ports();
        int port = switch (name) {
            case "session-service" -> ports.session();
            case "peer-expert-service" -> ports.peerExpert();
            default -> ports.feedback();
        };
        var service = Visitor.unknown("http://127.0.0.1:" + port);
        var info = service.get("/actuator/info").body();
        assertThat(info).contains("\"artifact\":\"" + name + "\"", "\"version\":\"");
        if (java.nio.file.Files.exists(Running.REPOSITORY.resolve(".git/HEAD"))) {
            assertThat(info).contains("\"commit\":{\"id\":");
        }
        assertThat(service.get("/actuator/sbom/application").body())
                .contains(
                        "\"CycloneDX\"", "pkg:maven/fi.rinnalla/" + name + "@", "pkg:maven/org.postgresql/postgresql@");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/info", "/actuator/sbom", "/actuator/sbom/application"})
    void throughTheGatewayNobodyIsTold(String path) {
        assertThat(Visitor.unknown(Running.system().address()).get(path).status())
                .isEqualTo(404);
    }
}
