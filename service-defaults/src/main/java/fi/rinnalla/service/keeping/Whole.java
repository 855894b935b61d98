package fi.rinnalla.service.keeping;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.UUID;

/** An aggregate that is kept whole: its fields, and all its parts with it, are one document in one row. */
@JsonAutoDetect(
        fieldVisibility = Visibility.ANY,
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE)
public abstract class Whole {

    @JsonIgnore
    private UUID id = new UUID(0, 0);

    @JsonIgnore
    private long version;

    @JsonIgnore
    private long sequence;

    /** For reading it back. */
    protected Whole() {}

    protected Whole(UUID id) {
        this.id = id;
    }

    void wasKeptAs(UUID id, long version, long sequence) {
        this.id = id;
        this.version = version;
        this.sequence = sequence;
    }

    public UUID id() {
        return id;
    }

    /** Rises with each change; 1 when it is new. */
    public long version() {
        return version;
    }

    /** How many events have been said of it. */
    long sequence() {
        return sequence;
    }
}
