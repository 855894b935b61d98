package fi.rinnalla.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DurabilityTest {

    /** The library that brings PostgreSQL turns these off by itself, and every promise about lost records with them. */
    @Test
    void theDatabaseWaitsForTheDiskBeforeItAcknowledges() throws Exception {
        try (var admin = Infrastructure.running().admin("session")) {
            for (var setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
                try (var row = admin.createStatement().executeQuery("SHOW " + setting)) {
                    row.next();
                    assertThat(row.getString(1)).as(setting).isEqualTo("on");
                }
            }
        }
    }
}
