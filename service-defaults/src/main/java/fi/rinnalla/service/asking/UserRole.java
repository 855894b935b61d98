package fi.rinnalla.service.asking;

import java.util.Arrays;
import java.util.Optional;

/** What somebody may be in an organisation. One person may be several. */
public enum UserRole {
    COORDINATOR("coordinator"),
    PROFESSIONAL("professional"),
    PEER_EXPERT("peer-expert"),
    CLIENT("client"),
    MANAGER("manager"),
    ANALYST("analyst"),
    OPERATOR("operator");

    private final String claim;

    UserRole(String claim) {
        this.claim = claim;
    }

    /** The word in the token's {@code roles}; a word that we do not know gives nothing. */
    static Optional<UserRole> of(String claim) {
        return Arrays.stream(values()).filter(role -> role.claim.equals(claim)).findFirst();
    }
}
