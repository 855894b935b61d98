package fi.rinnalla.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two builds of one commit, in two folders, at two times, in two time zones and languages, give the same jars to the byte. */
class SameJarsDrill {

    /** Not offline: the plugin that writes what a service is made of is passed over there. */
    private static final String[] BUILD = {"-q", "-Dmaven.test.skip", "package"};

    private static final List<String> SERVICES =
            List.of("demo-identity", "gateway", "session-service", "peer-expert-service", "feedback-service");

    @TempDir
    Path folder;

    @Test
    void twoBuildsOfOneCommitGiveTheSameJars() throws Exception {
        var one = build("one", Map.of("TZ", "Europe/Helsinki", "LC_ALL", "C.UTF-8"));
        var other = build(
                "somewhere else/yhteiskehittäminen",
                Map.of("TZ", "Pacific/Auckland", "LC_ALL", "C.UTF-8", "MAVEN_OPTS", "-Duser.language=fi"));
        assertThat(one).containsKeys("local/target/local.jar", "gateway/target/gateway.jar");
        assertThat(other).isEqualTo(one);
        assertThat(one).isNotEqualTo(withTheTimeOfTheBuild());
        for (var service : SERVICES) {
            tellsTheCommitAndNothingOfWhoBuilt(service);
        }
    }

    private Map<String, String> build(String name, Map<String, String> environment) throws Exception {
        var copy = cloned(name);
        var build = copy.maven(environment, BUILD);
        assertThat(build.succeeded()).as(build.output()).isTrue();
        return jars(copy);
    }

    /** What the comparison is for: with the time of the build in it, the same jar is another. */
    private Map<String, String> withTheTimeOfTheBuild() throws Exception {
        var copy = new Copy(folder.resolve("one"));
        var build = copy.maven(
                "-q",
                "-Dmaven.test.skip",
                "package",
                "-pl",
                "event-contract",
                "-Dproject.build.outputTimestamp=2017-10-31T00:00:00Z");
        assertThat(build.succeeded()).as(build.output()).isTrue();
        return jars(copy);
    }

    /** The commit, without what has not been committed; where there is no git, as in a source archive, the files. */
    private Copy cloned(String name) throws Exception {
        var target = folder.resolve(name);
        if (!Files.exists(Running.REPOSITORY.resolve(".git"))) {
            return Copy.in(target);
        }
        var git = new ProcessBuilder(
                        "git", "clone", "-q", "--no-hardlinks", Running.REPOSITORY.toString(), target.toString())
                .inheritIO()
                .start();
        assertThat(git.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(git.exitValue()).isZero();
        return new Copy(target);
    }

    private static Map<String, String> jars(Copy copy) throws Exception {
        var digests = new TreeMap<String, String>();
        try (var all = Files.find(copy.folder(), 3, (path, _) -> path.toString().endsWith(".jar"))) {
            for (var jar : all.filter(one -> one.getParent().endsWith("target")).toList()) {
                digests.put(
                        copy.folder().relativize(jar).toString(),
                        HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar))));
            }
        }
        return digests;
    }

    private void tellsTheCommitAndNothingOfWhoBuilt(String service) throws IOException {
        try (var jar = new ZipFile(
                folder.resolve("one/" + service + "/target/" + service + ".jar").toFile())) {
            var sbom = text(jar, "META-INF/sbom/application.cdx.json");
            assertThat(sbom).contains("\"CycloneDX\"", "pkg:maven/org.springframework.boot/");
            var told = sbom + text(jar, "META-INF/build-info.properties");
            var git = jar.getEntry("BOOT-INF/classes/git.properties");
            if (git != null) {
                var commit = text(jar, git.getName());
                assertThat(commit).contains("git.commit.id=", "git.dirty=false");
                told += commit;
            }
            assertThat(told)
                    .doesNotContain(
                            folder.toString(),
                            System.getProperty("user.home"),
                            "build.time",
                            "build.host",
                            "build.user",
                            "remote.origin",
                            "\"timestamp\"");
        }
    }

    private static String text(ZipFile jar, String entry) throws IOException {
        try (var in = jar.getInputStream(jar.getEntry(entry))) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
