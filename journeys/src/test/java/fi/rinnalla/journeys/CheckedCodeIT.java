package fi.rinnalla.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The compiler refuses what NullAway and Error Prone were told to refuse: shown on a copy with each fault planted. */
@TestInstance(Lifecycle.PER_CLASS)
class CheckedCodeIT {

    @TempDir
    static Path folder;

    private Copy copy;

    @BeforeAll
    void copy() throws Exception {
        copy = Copy.in(folder);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            NullAway                 | int n(java.util.Map<String, String> of) { return of.get("a").length(); }
            NullAway                 | String n(@org.jspecify.annotations.Nullable String s) { return s; }
            BoxingComparator         | Object n() { return java.util.Comparator.comparing(String::length); }
            DefaultCharset           | byte[] n(String s) { return s.getBytes(); }
            FutureReturnValueIgnored | void n(java.util.concurrent.ExecutorService e) { e.submit(() -> 1); }
            InvalidParam             | /** @param t it */ void n(String s) { s.strip(); }
            JavaTimeDefaultTimeZone  | Object n() { return java.time.LocalDate.now(); }
            ListRemoveAmbiguous      | Object n(java.util.List<Integer> l, int i) { return l.remove(i); }
            LongDoubleConversion     | double n(long l) { return Math.sqrt(l); }
            ModifiedButNotUsed       | void n() { var l = new java.util.ArrayList<String>(); l.add(""); }
            NarrowCalculation        | long n(int i) { return i * 1000; }
            NonApiType               | void n(java.util.ArrayList<String> l) { l.clear(); }
            ReferenceEquality        | boolean n(java.util.UUID a, java.util.UUID b) { return a == b; }
            StringCaseLocaleUsage    | String n(String s) { return s.toLowerCase(); }
            UnusedMethod             | private void n() {}
            UnusedVariable           | void n() { int i = 1; }
            DeadException            | void n() { new IllegalStateException(); }
            """)
    void aPlantedFaultStopsTheBuild(String check, String method) throws Exception {
        var planted = folder.resolve("event-contract/src/main/java/fi/rinnalla/event/Planted.java");
        Files.writeString(planted, "package fi.rinnalla.event;\n\nclass Planted {\n    " + method + "\n}\n");

        var build = copy.maven("-o", "-q", "compile", "-pl", "event-contract");
        assertThat(build.succeeded()).as(build.output()).isFalse();
        assertThat(build.output()).contains("Planted.java").contains("[" + check + "]");
    }
}
