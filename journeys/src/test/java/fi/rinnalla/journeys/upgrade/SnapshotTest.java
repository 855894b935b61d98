package fi.rinnalla.journeys.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the comparison of an upgrade names: each loss and each alteration, and nothing that is only new. */
class SnapshotTest {

    private static final String PLAN = "antti.asiakas GET /api/v1/plans/1";
    private static final String LOG = "antti.asiakas GET /api/v1/plans/1/access-log";
    private static final List<String> STREAM = List.of("00/00000000 held a 11", "01/00000000 planned b 22");

    private static final Snapshot BEFORE = new Snapshot(
            Map.of(PLAN, json("{\"goals\": [{\"words\": \"Oma koti\"}, {}]}"), LOG, json("{\"body\": [{\"at\": 1}]}")),
            Map.of("organisation.sovatek", STREAM));

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private static List<String> differences(String plan, String log, List<String> stream) {
        return Snapshot.differences(
                BEFORE, new Snapshot(Map.of(PLAN, json(plan), LOG, json(log)), Map.of("organisation.sovatek", stream)));
    }

    private static final String SAME_PLAN = "{\"goals\": [{\"words\": \"Oma koti\"}, {}]}";
    private static final String LONGER_LOG = "{\"body\": [{\"at\": 2}, {\"at\": 1}]}";

    @Test
    void whatIsTheSameOrOnlyNewIsNoDifference() {
        assertThat(differences(SAME_PLAN, LONGER_LOG, List.of(STREAM.get(0), STREAM.get(1), "01/00000001 held c 33")))
                .isEmpty();
    }

    @Test
    void aWordThatIsAlteredLostOrInventedIsNamed() {
        assertThat(differences("{\"goals\": [{\"words\": \"Koti\"}, {}]}", LONGER_LOG, STREAM))
                .containsExactly(PLAN + ": /goals/0/words was \"Oma koti\" and is \"Koti\"");
        assertThat(differences("{\"goals\": [{}, {}]}", LONGER_LOG, STREAM))
                .containsExactly(PLAN + ": /goals/0/words was \"Oma koti\" and is nothing");
        assertThat(differences("{\"goals\": [{\"words\": \"Oma koti\"}, {\"more\": 1}]}", LONGER_LOG, STREAM))
                .containsExactly(PLAN + ": /goals/1/more was nothing and is 1");
        assertThat(differences("{\"goals\": [{}]}", LONGER_LOG, STREAM)).hasSize(1);
    }

    @Test
    void aSetMayBeInAnotherOrderAndLosesNothing() {
        var limits = "{\"wishes\": {\"limits\": [\"not-at-my-home\", \"not-by-phone\"]}}";
        var before = new Snapshot(Map.of(PLAN, json(limits)), Map.of());
        assertThat(Snapshot.differences(
                        before,
                        new Snapshot(
                                Map.of(
                                        PLAN,
                                        json("{\"wishes\": {\"limits\": [\"not-by-phone\", \"not-at-my-home\"]}}")),
                                Map.of())))
                .isEmpty();
        assertThat(Snapshot.differences(
                        before,
                        new Snapshot(Map.of(PLAN, json("{\"wishes\": {\"limits\": [\"not-by-phone\"]}}")), Map.of())))
                .hasSize(1);
    }

    @Test
    void anAnswerThatIsMissingIsNamed() {
        assertThat(Snapshot.differences(BEFORE, new Snapshot(Map.of(), BEFORE.streams())))
                .hasSize(2);
    }

    @Test
    void aLineThatALogLostIsNamed() {
        assertThat(differences(SAME_PLAN, "{\"body\": [{\"at\": 2}]}", STREAM))
                .containsExactly(LOG + ": lost {\"at\":1}");
    }

    @Test
    void aRecordThatIsLostAlteredMovedOrPublishedTwiceIsNamed() {
        assertThat(differences(SAME_PLAN, LONGER_LOG, STREAM.subList(0, 1)))
                .containsExactly("topic organisation.sovatek: lost or altered 01/00000000 planned b 22");
        assertThat(differences(SAME_PLAN, LONGER_LOG, List.of("00/00000000 held a 99", STREAM.get(1))))
                .containsExactly("topic organisation.sovatek: lost or altered 00/00000000 held a 11");
        assertThat(differences(SAME_PLAN, LONGER_LOG, List.of("00/00000001 held a 11", STREAM.get(1))))
                .hasSize(1);
        assertThat(differences(
                        SAME_PLAN, LONGER_LOG, List.of(STREAM.get(0), STREAM.get(1), "01/00000001 planned b 22")))
                .containsExactly("topic organisation.sovatek: published twice, 01/00000000 planned b 22 and"
                        + " 01/00000001 planned b 22");
        assertThat(Snapshot.differences(BEFORE, new Snapshot(BEFORE.answers(), Map.of())))
                .hasSize(2);
    }
}
