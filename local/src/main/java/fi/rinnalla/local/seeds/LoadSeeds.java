package fi.rinnalla.local.seeds;

import fi.rinnalla.local.infrastructure.UserError;
import fi.rinnalla.local.run.Ports;
import fi.rinnalla.local.seeds.SeedFile.MeetingStory;
import fi.rinnalla.local.seeds.SeedFile.PlanStory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Tells the stories in {@code seeds/} to the system, through the gateway and as the people in them. Every step has its own
 * Idempotency-Key, so telling them again changes nothing; an answer is given only where its meeting was closed just now.
 */
@Command(name = "seeds", description = "Load the seeds through a gateway, as up does.", mixinStandardHelpOptions = true)
public final class LoadSeeds implements Callable<Integer> {

    private static final Duration UNTIL_HEARD = Duration.ofSeconds(60);
    private static final int AT_ONCE = 4;

    @Option(
            names = "--gateway",
            defaultValue = "http://localhost:" + Ports.DEFAULT,
            description = "default: ${DEFAULT-VALUE}")
    String gateway = "";

    @Option(names = "--folder", defaultValue = "seeds", description = "default: ${DEFAULT-VALUE}")
    Path folder = Path.of("seeds");

    private Consumer<String> progress = System.out::println;
    private final Map<String, Visitor> visitors = new ConcurrentHashMap<>();

    public LoadSeeds() {}

    public LoadSeeds(String gateway, Path folder, Consumer<String> progress) {
        this.gateway = gateway;
        this.folder = folder;
        this.progress = progress;
    }

    @Override
    public Integer call() throws Exception {
        load();
        return 0;
    }

    /** Reads all files before it loads the first: a broken one stops everything with its line and reason. */
    public void load() throws Exception {
        var files = new ArrayList<SeedFile>();
        for (var file : seedFiles()) {
            files.add(SeedFile.read(file));
        }
        for (var file : files) {
            tell(file);
        }
    }

    private List<Path> seedFiles() throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new UserError("There is no folder " + folder + " with seeds.");
        }
        try (var all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    private void tell(SeedFile file) throws Exception {
        var coordinator = as(file.coordinator());
        for (var unit : file.units()) {
            created(coordinator.post("/api/v1/units", unit, key(file, "unit", unit.get("slug")), null), unit);
        }
        var activities = new HashMap<String, String>();
        for (var activity : file.activities()) {
            var answer =
                    coordinator.post("/api/v1/activities", activity, key(file, "activity", activity.get("name")), null);
            activities.put(String.valueOf(activity.get("name")), created(answer, activity));
        }
        for (var usual : file.usualTerms().entrySet()) {
            must(
                    coordinator.post(
                            "/api/v1/usual-terms",
                            Map.of("kind", usual.getKey(), "terms", usual.getValue()),
                            key(file, "terms", usual.getKey()),
                            null),
                    204,
                    usual);
        }
        var peerExperts = new HashMap<String, String>();
        for (var one : file.peerExperts()) {
            peerExperts.put(String.valueOf(one.get("login")), joined(file, coordinator, one));
        }
        var told = new ArrayList<Callable<Object>>();
        file.meetings().forEach(meeting -> told.add(() -> tell(file, meeting, activities, peerExperts)));
        var names = new ConcurrentHashMap<>(activities);
        names.putAll(peerExperts);
        file.plans().forEach(plan -> told.add(() -> tell(file, plan, names)));
        allOf(told);
        var teller = new TellStory(this::as, names);
        var stories = new ArrayList<Callable<Object>>();
        file.stories().forEach(story -> stories.add(() -> teller.tell(file, story)));
        allOf(stories);
        progress.accept("  %s: %d meetings, %d plans, %d stories"
                .formatted(
                        file.organisation(),
                        file.meetings().size(),
                        file.plans().size(),
                        file.stories().size()));
    }

    /** With an agreement on roles where the file has one, since pair work waits for it. */
    private String joined(SeedFile file, Visitor coordinator, Map<String, Object> one) {
        var told = new HashMap<>(one);
        var roles = told.remove("roleAgreement");
        var id = created(
                coordinator.post("/api/v1/peer-experts", told, key(file, "peer-expert", one.get("login")), null), one);
        if (roles != null) {
            must(
                    coordinator.post(
                            "/api/v1/peer-experts/" + id + "/role-agreement",
                            roles,
                            key(file, "roles", one.get("login")),
                            null),
                    204,
                    one);
        }
        return id;
    }

    private static void allOf(List<Callable<Object>> stories) throws Exception {
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Future<Object> told : threads.invokeAll(stories)) {
                told.get();
            }
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Exception cause ? cause : failed;
        }
    }

    private String tell(
            SeedFile file, MeetingStory story, Map<String, String> activities, Map<String, String> peerExperts)
            throws InterruptedException {
        var professional = as(story.professional());
        var request = new HashMap<String, Object>(Map.of(
                "unit", story.unit(),
                "kind", story.kind(),
                "channel", story.channel(),
                "plannedOn", story.plannedOn(),
                "plannedMinutes", story.plannedMinutes(),
                "peerExpertWanted", story.peerExpert() != null));
        if (story.activity() != null) {
            request.put("activity", activities.get(story.activity()));
        }
        var planned = professional.post("/api/v1/meetings", request, key(file, "meeting", story.id()), null);
        var id = created(planned, story);
        if (story.peerExpert() != null) {
            assign(file, story, id, peerExperts.get(story.peerExpert()));
        }
        if (story.held() != null) {
            var held = professional.post(
                    "/api/v1/meetings/" + id + "/hold",
                    story.held(),
                    key(file, "held", story.id()),
                    planned.header("ETag"));
            must(held, 200, story);
            if (story.answer() != null && held.header("Idempotency-Replayed").isEmpty()) {
                answer(professional, story);
            }
        }
        return id;
    }

    /** The peer-expert-service hears of the meeting a moment later. */
    private void assign(SeedFile file, MeetingStory story, String meeting, @Nullable String peerExpert)
            throws InterruptedException {
        if (peerExpert == null) {
            throw new UserError("Meeting %s: %s is not among peerExperts".formatted(story.id(), story.peerExpert()));
        }
        var coordinator = as(file.coordinator());
        var end = Instant.now().plus(UNTIL_HEARD);
        while (true) {
            var answer = coordinator.post(
                    "/api/v1/assignments",
                    Map.of("meeting", meeting, "peerExpert", peerExpert),
                    key(file, "assignment", story.id()),
                    null);
            if (answer.status() != 404 || Instant.now().isAfter(end)) {
                must(answer, 201, story);
                return;
            }
            Thread.sleep(20);
        }
    }

    /** As the page does: tells only what many meetings share, and the client opens the link. */
    private void answer(Visitor professional, MeetingStory story) {
        var held = java.util.Objects.requireNonNull(story.held());
        var day = LocalDate.parse(String.valueOf(held.get("heldOn")));
        var asked = professional.post(
                "/api/v1/asks",
                Map.of(
                        "unit", story.unit(),
                        "week",
                                "%d-W%02d"
                                        .formatted(
                                                day.get(IsoFields.WEEK_BASED_YEAR),
                                                day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)),
                        "kind", story.kind(),
                        "channel", story.channel(),
                        "withPeerExpert", story.peerExpert() != null),
                null,
                null);
        must(asked, 200, story);
        var link = asked.json().path("link").asString();
        var client = Visitor.unknown(gateway);
        var path = link.substring(link.indexOf("/a/"));
        must(client.get(path), 200, story);
        must(client.postForm(path, java.util.Objects.requireNonNull(story.answer())), 200, story);
    }

    /** Its client and its plan are known to the stories as {@code <id>-client} and {@code <id>-plan}. */
    private String tell(SeedFile file, PlanStory story, Map<String, String> names) {
        var worker = as(story.worker());
        var welcomed = worker.post(
                "/api/v1/clients",
                Map.of("unit", story.unit(), "client", story.client(), "since", story.since()),
                key(file, "client", story.id()),
                null);
        var client = created(welcomed, story);
        var started = worker.post("/api/v1/plans", Map.of("client", client), key(file, "plan", story.id()), null);
        var id = created(started, story);
        names.put(story.id() + "-client", client);
        names.put(story.id() + "-plan", id);
        var etag = started.header("ETag");
        for (int i = 0; i < story.revisions().size(); i++) {
            var revised = worker.post(
                    "/api/v1/plans/" + id + "/revisions",
                    story.revisions().get(i),
                    key(file, "revision", story.id() + "/" + (i + 1)),
                    etag);
            must(revised, 201, story);
            etag = revised.header("ETag");
        }
        return id;
    }

    private Visitor as(String login) {
        return visitors.computeIfAbsent(login, name -> Visitor.loggedIn(gateway, name, name));
    }

    static String key(SeedFile file, String what, @Nullable Object which) {
        // Header values are plain ASCII; names are not.
        return "seed/%s/%s/%s"
                .formatted(
                        file.organisation(),
                        what,
                        java.net.URLEncoder.encode(String.valueOf(which), java.nio.charset.StandardCharsets.UTF_8));
    }

    private static String created(Visitor.Answer answer, Object story) {
        must(answer, 201, story);
        var location = answer.header("Location");
        return location.substring(location.lastIndexOf('/') + 1);
    }

    static void must(Visitor.Answer answer, int status, Object story) {
        if (answer.status() != status) {
            throw new UserError(
                    "The system answered %d to a step of %s: %s".formatted(answer.status(), story, answer.body()));
        }
    }
}
