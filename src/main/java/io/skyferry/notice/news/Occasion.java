package io.skyferry.notice.news;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What people can be told about. The wire names are part of the API: none changes its meaning or goes away. */
public enum Occasion {
    /** A discovery made projects. */
    DISCOVERY_COMPLETE(false),
    /** A discovery could not look at everything. */
    DISCOVERY_ERRORS(true),
    /** All images of a flight are in WebODM. */
    SYNC_FINISHED(false),
    /** Somebody has to decide or repair something. */
    NEEDS_ATTENTION(true),
    /** Nothing goes on until the user signs in with Tapis. */
    SIGN_IN_NEEDED(true),
    PROCESSING_FINISHED(false),
    /** WebODM gave up, or somebody cancelled it. */
    PROCESSING_FAILED(true),
    /** Project or task vanished from WebODM. */
    TASK_LOST(true),
    /** The user asked for it, to see whether it arrives. */
    TEST(false);

    private final boolean asksForAction;

    Occasion(boolean asksForAction) {
        this.asksForAction = asksForAction;
    }

    public boolean asksForAction() {
        return asksForAction;
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Occasion> find(String wireName) {
        return Arrays.stream(values())
                .filter(occasion -> occasion.wireName().equals(wireName))
                .findFirst();
    }
}
