package fi.rinnalla.peerexpert.training;

import fi.rinnalla.service.keeping.Whole;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That somebody has completed a training. Kept by the organisation, carried and shown by the peer expert. */
class Certificate extends Whole {

    private UUID peerExpert;
    private String programme;
    private int programmeVersion;
    private @Nullable String issuer;
    private LocalDate issuedOn;
    private @Nullable LocalDate validUntil;
    private boolean jointly;

    @SuppressWarnings("NullAway.Init") // reading it back fills the fields
    private Certificate() {}

    /** @param issuer another organisation, where the training was done there; absent for our own */
    Certificate(
            UUID id,
            UUID peerExpert,
            String programme,
            int programmeVersion,
            @Nullable String issuer,
            LocalDate issuedOn,
            @Nullable LocalDate validUntil,
            boolean jointly) {
        super(id);
        this.peerExpert = peerExpert;
        this.programme = programme;
        this.programmeVersion = programmeVersion;
        this.issuer = issuer;
        this.issuedOn = issuedOn;
        this.validUntil = validUntil;
        this.jointly = jointly;
    }

    /** The same training, recognised for the same person in another organisation's pool. */
    Certificate recognised(UUID id, UUID there, String issuedBy) {
        return new Certificate(
                id,
                there,
                programme,
                programmeVersion,
                Optional.ofNullable(issuer).orElse(issuedBy),
                issuedOn,
                validUntil,
                jointly);
    }

    boolean isValidOn(LocalDate day) {
        return validUntil == null || !day.isAfter(validUntil);
    }

    UUID peerExpert() {
        return peerExpert;
    }

    String programme() {
        return programme;
    }

    int programmeVersion() {
        return programmeVersion;
    }

    @Nullable
    String issuer() {
        return issuer;
    }

    LocalDate issuedOn() {
        return issuedOn;
    }

    @Nullable
    LocalDate validUntil() {
        return validUntil;
    }

    boolean isJoint() {
        return jointly;
    }
}
