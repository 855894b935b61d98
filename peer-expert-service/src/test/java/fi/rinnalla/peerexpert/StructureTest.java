package fi.rinnalla.peerexpert;

import fi.rinnalla.testing.Structure;
import org.junit.jupiter.api.Test;

class StructureTest {

    @Test
    void featuresKeepToThemselvesAndAggregatesKnowNoMachinery() {
        Structure.check(PeerExpertService.class);
    }
}
