package fi.rinnalla.service.rows;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import java.util.UUID;
import java.util.function.Supplier;

/** New ids, made by the server: UUIDv7, so that indexes grow at one end. Not for anything whose time is a secret. */
public class Ids implements Supplier<UUID> {

    private final TimeBasedEpochRandomGenerator generator = Generators.timeBasedEpochRandomGenerator();

    @Override
    public UUID get() {
        return generator.generate();
    }
}
