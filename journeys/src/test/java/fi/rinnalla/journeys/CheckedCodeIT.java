package fi.rinnalla.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The compiler refuses what NullAway and Error Prone were told to refuse: shown on a copy with each fault planted. */
class CheckedCodeIT {

    private record Fault(String check, String method) {}

    private static final List<Fault> FAULTS = List.of(
            new Fault("NullAway", "int n(java.util.Map<String, String> of) { return of.get(\"a\").length(); }"),
            new Fault("NullAway", "String n(@org.jspecify.annotations.Nullable String s) { return s; }"),
            new Fault("BoxingComparator", "Object n() { return java.util.Comparator.comparing(String::length); }"),
            new Fault("DeadException", "void n() { new IllegalStateException(); }"),
            new Fault("DefaultCharset", "byte[] n(String s) { return s.getBytes(); }"),
            new Fault(
                    "FutureReturnValueIgnored",
                    "void n(java.util.concurrent.ExecutorService e) { e.submit(() -> 1); }"),
            new Fault("InvalidParam", "/** @param t it */ void n(String s) { s.strip(); }"),
            new Fault("JavaTimeDefaultTimeZone", "Object n() { return java.time.LocalDate.now(); }"),
            new Fault("ListRemoveAmbiguous", "Object n(java.util.List<Integer> l, int i) { return l.remove(i); }"),
            new Fault("LongDoubleConversion", "double n(long l) { return Math.sqrt(l); }"),
            new Fault("ModifiedButNotUsed", "void n() { var l = new java.util.ArrayList<String>(); l.add(\"\"); }"),
            new Fault("NarrowCalculation", "long n(int i) { return i * 1000; }"),
            new Fault("NonApiType", "void n(java.util.ArrayList<String> l) { l.clear(); }"),
            new Fault("ReferenceEquality", "boolean n(java.util.UUID a, java.util.UUID b) { return a == b; }"),
            new Fault("StringCaseLocaleUsage", "String n(String s) { return s.toLowerCase(); }"),
            new Fault("UnusedMethod", "private void n() {}"),
            new Fault("UnusedVariable", "void n() { int i = 1; }"));

    @TempDir
    Path folder;

    @Test
    void eachPlantedFaultIsAnErrorWhereItStands() throws Exception {
        var copy = Copy.in(folder);
        var planted = folder.resolve("event-contract/src/main/java/fi/rinnalla/event/Planted.java");
        // One line each, so that a line says which.
        Files.writeString(
                planted,
                FAULTS.stream()
                        .map(fault -> "class Planted%d { %s }".formatted(FAULTS.indexOf(fault), fault.method()))
                        .collect(Collectors.joining("\n", "package fi.rinnalla.event;\n", "\n")));

        var build = copy.maven("-o", "-q", "compile", "-pl", "event-contract");

        assertThat(build.succeeded()).as(build.output()).isFalse();
        var softly = new SoftAssertions();
        for (int i = 0; i < FAULTS.size(); i++) {
            softly.assertThat(build.output())
                    .containsPattern("ERROR.*Planted\\.java:\\[%d,\\d+\\] \\[%s\\]"
                            .formatted(i + 2, FAULTS.get(i).check()));
        }
        softly.assertAll();
    }
}
