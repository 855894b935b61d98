package fi.rinnalla.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fi.rinnalla.local.run.Home;
import fi.rinnalla.local.run.LocalSystem;
import fi.rinnalla.local.run.Ports;
import fi.rinnalla.local.seeds.Visitor;
import fi.rinnalla.testing.containers.Containers;
import fi.rinnalla.testing.containers.Images;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.Transferable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * People and systems log in at a real Keycloak with the realm of ops/keycloak, as they do in compose. Skipped, saying
 * why, where no container engine has the image ({@link Containers}).
 */
class KeycloakIT {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Path FOLDER = Path.of("target", "keycloak").toAbsolutePath();
    private static final String IMPORTED = "/opt/keycloak/data/import/";
    private static final String SYSTEM = "sovatek-system";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static GenericContainer<?> keycloak;
    private static LocalSystem system;

    @BeforeAll
    static void startKeycloakAndTheSystem() throws Exception {
        var image = Images.of("keycloak");
        Containers.obstacle(image).ifPresent(why -> {
            var sentence = "Login at a real Keycloak is not tried: " + why;
            System.out.println(sentence);
            assumeTrue(false, sentence);
        });
        var ports = new Ports(Running.eightInARow());
        var realm = realmFor("http://localhost:" + ports.gateway());
        keycloak = new GenericContainer<>(image)
                .withCommand("start-dev", "--import-realm")
                .withEnv("KC_BOOTSTRAP_ADMIN_USERNAME", "admin")
                .withEnv("KC_BOOTSTRAP_ADMIN_PASSWORD", "admin")
                .withCopyToContainer(Transferable.of(realm.toString()), IMPORTED + "rinnalla-realm.json")
                .withCopyToContainer(
                        Transferable.of(realm.put("realm", "elsewhere").toString()), IMPORTED + "elsewhere-realm.json")
                .withExposedPorts(8080)
                .waitingFor(Wait.forHttp("/realms/elsewhere").forPort(8080).withStartupTimeout(Duration.ofMinutes(3)));
        keycloak.start();
        var issuer = realm("rinnalla");
        useTheSameStartUpCaches();
        Running.deleteAll(FOLDER.resolve("data"));
        system = new LocalSystem(
                new Home(Running.REPOSITORY, FOLDER),
                ports,
                System.out::println,
                Map.of(
                        "gateway.login.issuer", issuer,
                        "gateway.login.authorization", issuer + "/protocol/openid-connect/auth",
                        "gateway.login.token", issuer + "/protocol/openid-connect/token",
                        "gateway.login.keys", issuer + "/protocol/openid-connect/certs",
                        "gateway.login.logout", issuer + "/protocol/openid-connect/logout",
                        "gateway.login.secret", "demo-only",
                        "RINNALLA_ISSUER", issuer,
                        "RINNALLA_ISSUER_KEYS", issuer + "/protocol/openid-connect/certs"));
        system.start();
    }

    @AfterAll
    static void stop() throws IOException {
        if (system != null) {
            system.close();
        }
        if (keycloak != null) {
            keycloak.stop();
        }
    }

    /** The realm as it is, at this test's address, and with systems that are wrong in one thing each. */
    private static ObjectNode realmFor(String gateway) throws IOException {
        var file = Running.REPOSITORY.resolve("ops/keycloak/rinnalla-realm.json");
        var realm = (ObjectNode) JSON.readTree(Files.readString(file).replace("http://localhost:8080", gateway));
        addSystem(
                realm,
                "another-audience",
                client -> ((ObjectNode) named(client.path("protocolMappers"), "name", "audience")
                                .path("config"))
                        .put("included.custom.audience", "another"),
                account -> {});
        addSystem(
                realm,
                "another-organisation",
                client -> {},
                account -> ((ObjectNode) account.path("attributes"))
                        .putArray("org")
                        .add("helsinki"));
        return realm;
    }

    private static void addSystem(
            ObjectNode realm, String name, Consumer<ObjectNode> client, Consumer<ObjectNode> account) {
        var copy = (ObjectNode) named(realm.path("clients"), "clientId", SYSTEM).deepCopy();
        copy.put("clientId", name).put("secret", name);
        client.accept(copy);
        realm.withArray("clients").add(copy);
        var itsAccount = (ObjectNode)
                named(realm.path("users"), "serviceAccountClientId", SYSTEM).deepCopy();
        itsAccount.put("username", "service-account-" + name).put("serviceAccountClientId", name);
        account.accept(itsAccount);
        realm.withArray("users").add(itsAccount);
    }

    private static JsonNode named(JsonNode all, String field, String value) {
        return all.valueStream()
                .filter(one -> one.path(field).asString("").equals(value))
                .findFirst()
                .orElseThrow();
    }

    /** Made from the same jars by the other journeys; the data is this system's own. */
    private static void useTheSameStartUpCaches() throws IOException {
        var made = Files.createDirectories(Path.of("target", "system", "apps").toAbsolutePath());
        Files.createDirectories(FOLDER);
        Files.deleteIfExists(FOLDER.resolve("apps"));
        Files.createSymbolicLink(FOLDER.resolve("apps"), made);
    }

    private static String keycloak() {
        return "http://%s:%d".formatted(keycloak.getHost(), keycloak.getMappedPort(8080));
    }

    private static String realm(String name) {
        return keycloak() + "/realms/" + name;
    }

    private static Visitor as(String login) {
        return Visitor.loggedIn(system.address(), login, login);
    }

    private static Map<String, String> unit() {
        return Map.of("slug", "koe-" + UUID.randomUUID().toString().substring(0, 8), "name", "Koe");
    }

    private static int open(Visitor visitor, Map<String, String> unit) {
        return visitor.post("/api/v1/units", unit, UUID.randomUUID().toString(), null)
                .status();
    }

    @Test
    void whoLogsInIsKnownAndRolesDecide() {
        var kaisa = as("kaisa.koordinaattori");
        var me = kaisa.get("/api/v1/me").json();
        assertThat(me.path("login").asString()).isEqualTo("kaisa.koordinaattori");
        assertThat(me.path("name").asString()).isEqualTo("Kaisa Keksitty");
        assertThat(me.path("organisation").asString()).isEqualTo("sovatek");
        assertThat(me.path("roles").valueStream().map(JsonNode::asString)).containsExactly("coordinator");
        var mikko = as("mikko.ammattilainen");

        assertThat(open(mikko, unit())).isEqualTo(404); // to a professional, opening a unit is not there
        var unit = unit();
        assertThat(open(kaisa, unit)).isEqualTo(201);
        assertThat(mikko.get("/api/v1/units?limit=100").body()).contains(unit.get("slug"));
    }

    @Test
    void anotherOrganisationSeesNothingOfIt() {
        var kaisa = as("kaisa.koordinaattori");
        var liisa = as("liisa.koordinaattori");
        var unit = unit();
        assertThat(open(kaisa, unit)).isEqualTo(201);
        var planned = kaisa.post(
                "/api/v1/meetings",
                """
                        {"unit": "%s", "kind": "one-to-one", "channel": "phone", "plannedOn": "2017-10-31",
                         "plannedMinutes": 45, "peerExpertWanted": false}""".formatted(unit.get("slug")),
                UUID.randomUUID().toString(),
                null);
        assertThat(planned.status()).as(planned.body()).isEqualTo(201);

        assertThat(kaisa.get(planned.header("Location")).status()).isEqualTo(200);
        assertThat(liisa.get(planned.header("Location")).status()).isEqualTo(404);
        var hers = liisa.get("/api/v1/units?limit=100");
        assertThat(hers.status()).isEqualTo(200);
        assertThat(hers.body()).doesNotContain(unit.get("slug"));
    }

    @Test
    void loggingOutEndsTheSessionAtKeycloakToo() throws Exception {
        var sari = as("sari.kokemus");
        assertThat(sari.open("/oauth2/authorization/rinnalla").body())
                .as("while Keycloak's session lasts, nobody asks again")
                .doesNotContain("name=\"username\"");
        assertThat(sessionsOf("sari.kokemus")).isEqualTo(1);

        var after = sari.post("/logout", "", null, null).json();
        assertThat(after.path("continueAt").asString()).startsWith(realm("rinnalla"));
        assertThat(sari.open(after.path("continueAt").asString()).raw().uri())
                .isEqualTo(URI.create(system.address() + "/"));

        assertThat(sessionsOf("sari.kokemus")).isZero();
        assertThat(sari.get("/api/v1/me").status()).isEqualTo(401);
        assertThat(sari.open("/oauth2/authorization/rinnalla").body())
                .as("the next person on this machine is asked who they are")
                .contains("name=\"username\"");
    }

    @Test
    void aSystemActsForItsOwnOrganisation() throws Exception {
        var token = systemToken("rinnalla", SYSTEM);
        assertThat(claims(token).path("org").asString()).isEqualTo("sovatek");
        for (var address : bothDoors()) {
            assertThat(unitsRead(address, token)).as(address).isEqualTo(200);
        }
        assertThat(unitsRead(system.address(), systemToken("rinnalla", "jyvaskyla-system")))
                .isEqualTo(200);
    }

    @Test
    void aTokenOfAnotherAudienceOrganisationOrIssuerIsRefusedByTheGatewayAndByTheService() throws Exception {
        var audience = systemToken("rinnalla", "another-audience");
        assertThat(claims(audience).path("aud").toString()).contains("another").doesNotContain("rinnalla");
        var organisation = systemToken("rinnalla", "another-organisation");
        assertThat(claims(organisation).path("org").asString()).isEqualTo("helsinki");
        var issuer = systemToken("elsewhere", SYSTEM);
        assertThat(claims(issuer).path("iss").asString()).isEqualTo(realm("elsewhere"));
        for (var wrong : new String[] {audience, organisation, issuer}) {
            for (var address : bothDoors()) {
                assertThat(unitsRead(address, wrong))
                        .as(address + " " + claims(wrong))
                        .isEqualTo(401);
            }
        }
    }

    private static String[] bothDoors() {
        return new String[] {
            system.address(), "http://localhost:" + system.ports().session()
        };
    }

    private static int unitsRead(String address, String token) throws Exception {
        return HTTP.send(
                        HttpRequest.newBuilder(URI.create(address + "/api/v1/units"))
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    private static JsonNode claims(String token) {
        return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }

    private static String systemToken(String realm, String client) throws Exception {
        return token(realm, Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", client));
    }

    private static String token(String realm, Map<String, String> form) throws Exception {
        var answer = HTTP.send(
                HttpRequest.newBuilder(URI.create(realm(realm) + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form.entrySet().stream()
                                .map(field -> field.getKey() + "="
                                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                                .collect(Collectors.joining("&"))))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body()).path("access_token").asString();
    }

    /** As Keycloak itself counts them. */
    private static int sessionsOf(String login) throws Exception {
        var admin = token(
                "master",
                Map.of("grant_type", "password", "client_id", "admin-cli", "username", "admin", "password", "admin"));
        var people = asAdmin(admin, "/users?exact=true&username=" + login);
        assertThat(people).hasSize(1);
        return asAdmin(admin, "/users/" + people.get(0).path("id").asString() + "/sessions")
                .size();
    }

    private static JsonNode asAdmin(String token, String path) throws Exception {
        var answer = HTTP.send(
                HttpRequest.newBuilder(URI.create(keycloak() + "/admin/realms/rinnalla" + path))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }
}
