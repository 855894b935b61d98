package fi.rinnalla.peerexpert.training;

import fi.rinnalla.service.keeping.Whole;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A training whose content clients have designed, version by version; they are credited as they wish (P35). */
class Programme extends Whole {

    /**
     * @param days        of training; all of them are attended
     * @param validMonths how long a certificate counts; absent where it does not run out
     * @param designers   clients who designed it, as they wish to be named
     */
    record Version(
            int number, int days, @Nullable Integer validMonths, List<String> designers, LocalDate publishedOn) {}

    private String name;
    private List<Version> versions = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // reading it back fills the fields
    private Programme() {}

    Programme(UUID id, String name) {
        super(id);
        this.name = name;
    }

    Version publish(int days, @Nullable Integer validMonths, List<String> designers, LocalDate on) {
        var version = new Version(versions.size() + 1, days, validMonths, List.copyOf(designers), on);
        versions.add(version);
        return version;
    }

    Version latest() {
        return versions.getLast();
    }

    String name() {
        return name;
    }

    List<Version> versions() {
        return versions;
    }
}
