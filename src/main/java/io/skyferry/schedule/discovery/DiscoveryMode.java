package io.skyferry.schedule.discovery;

/** What a discovery does with the flights that it finds. */
public enum DiscoveryMode {
    /** Makes the projects of those that have none. */
    CREATE(""),
    /** Says which projects it would make, and changes nothing. */
    DRY_RUN("dry-run"),
    /** Only tells of them. */
    SCAN("scan");

    private final String variant;

    DiscoveryMode(String variant) {
        this.variant = variant;
    }

    /** Discoveries of different modes may run side by side: the result of one is no answer to the other. */
    String variant() {
        return variant;
    }
}
