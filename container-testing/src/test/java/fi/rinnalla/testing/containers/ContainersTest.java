package fi.rinnalla.testing.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.rinnalla.testing.containers.Containers.Wish;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which infrastructure is chosen, tried on an engine that can be made to refuse each thing. */
class ContainersTest {

    private static final List<String> IMAGES = List.of("postgres:18", "apache/kafka:4.2.1");

    private static final class FakeEngine implements Engine {

        private final Set<String> images = new HashSet<>();
        private final List<String> asked = new ArrayList<>();
        private String refuses = "";

        FakeEngine refusing(String what) {
            refuses = what;
            return this;
        }

        FakeEngine having(List<String> all) {
            images.addAll(all);
            return this;
        }

        private void ask(String what) throws NotUsable {
            asked.add(what);
            if (refuses.equals(what)) {
                throw new NotUsable("it refuses: " + what);
            }
        }

        @Override
        public void answers() throws NotUsable {
            ask("answers");
        }

        @Override
        public boolean has(String image) {
            return images.contains(image);
        }

        @Override
        public void pull(String image) throws NotUsable {
            ask("pull " + image);
            images.add(image);
        }

        @Override
        public void starts(String image) throws NotUsable {
            ask("starts " + image);
        }
    }

    @Test
    void anEngineWithTheImagesIsUsedAndNothingIsPulled() {
        for (var wish : List.of(Wish.AUTO, Wish.CONTAINERS)) {
            var engine = new FakeEngine().having(IMAGES);
            assertThat(new Containers(wish, true, engine).obstacle(IMAGES)).isEmpty();
            assertThat(engine.asked).containsExactly("answers", "starts postgres:18");
        }
    }

    @Test
    void nobodysFirstVerifyPullsHundredsOfMegabytes() {
        var engine = new FakeEngine().having(List.of("postgres:18"));
        assertThat(new Containers(Wish.AUTO, false, engine).obstacle(IMAGES))
                .hasValueSatisfying(
                        sentence -> assertThat(sentence).contains("apache/kafka:4.2.1", "-D" + Containers.PROPERTY));
        assertThat(engine.asked).containsExactly("answers");
    }

    @Test
    void aBuildMachineAndWhoeverAsksPullsWhatIsMissing() {
        var onBuildMachine = new FakeEngine().having(List.of("postgres:18"));
        assertThat(new Containers(Wish.AUTO, true, onBuildMachine).obstacle(IMAGES))
                .isEmpty();
        assertThat(onBuildMachine.asked).containsExactly("answers", "pull apache/kafka:4.2.1", "starts postgres:18");
        var asked = new FakeEngine();
        assertThat(new Containers(Wish.CONTAINERS, false, asked).obstacle(IMAGES))
                .isEmpty();
        assertThat(asked.asked).contains("pull postgres:18", "pull apache/kafka:4.2.1");
    }

    @Test
    void whateverTheEngineRefusesIsASentenceAndTheTestsRunEmbedded() {
        for (var what : List.of("answers", "pull postgres:18", "starts postgres:18")) {
            assertThat(new Containers(Wish.AUTO, true, new FakeEngine().refusing(what)).obstacle(IMAGES))
                    .hasValue("it refuses: " + what);
        }
    }

    @Test
    void whoeverAsksForContainersIsNotGivenSomethingElse() {
        for (var what : List.of("answers", "pull postgres:18", "starts postgres:18")) {
            assertThatThrownBy(() ->
                            new Containers(Wish.CONTAINERS, false, new FakeEngine().refusing(what)).obstacle(IMAGES))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("it refuses: " + what);
        }
    }

    @Test
    void embeddedAsksNoEngine() {
        var engine = new FakeEngine().having(IMAGES);
        assertThat(new Containers(Wish.EMBEDDED, true, engine).obstacle(IMAGES)).isPresent();
        assertThat(engine.asked).isEmpty();
    }

    @Test
    void aMistypedWishIsNotTakenForAnother() {
        assertThat(Wish.of("auto")).isEqualTo(Wish.AUTO);
        assertThat(Wish.of("embedded")).isEqualTo(Wish.EMBEDDED);
        assertThatThrownBy(() -> Wish.of("docker")).hasMessageContaining("auto, containers, embedded");
    }

    @Test
    void imagesAreThoseOfCompose() {
        assertThat(Images.of("postgres").getUnversionedPart()).isEqualTo("postgres");
        assertThat(Images.of("kafka").getUnversionedPart()).isEqualTo("apache/kafka");
        assertThat(Images.of("keycloak").getUnversionedPart()).isEqualTo("keycloak/keycloak");
        assertThat(Images.of("kafka")).isEqualTo(Images.of("topics"));
        assertThat(Images.parse("postgres:18.6@sha256:" + "0".repeat(64)).getUnversionedPart())
                .as("with its digest beside the tag")
                .isEqualTo("postgres");
        assertThatThrownBy(() -> Images.of("mysql")).hasMessageContaining("mysql");
    }
}
