package fi.rinnalla.session;

import fi.rinnalla.testing.Structure;
import org.junit.jupiter.api.Test;

class StructureTest {

    @Test
    void theServiceIsBuiltAsTheHouseIs() {
        Structure.check(SessionService.class);
    }
}
