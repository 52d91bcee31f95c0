package io.skyferry.platform.identity;

import java.util.Locale;

/** What a caller may do beyond his own flights. */
public enum Role {
    USER,
    /** Sees and steers jobs and counts of everybody. */
    OPERATOR,
    /** Configures; includes what an operator may. */
    ADMINISTRATOR;

    /** The name as it appears among the groups of a token's principal. */
    public String groupName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
