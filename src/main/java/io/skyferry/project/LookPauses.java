package io.skyferry.project;

import java.time.Duration;

/**
 * How long to wait before WebODM is asked about a project again. What is processed now is looked at soon; what ended,
 * ever more seldom, in step with its age; a task that waits for images, often enough to see that its 72 hours are over.
 */
final class LookPauses {
    private static final Duration TROUBLE_FIRST = Duration.ofSeconds(30);
    private static final Duration TROUBLE_MOST = Duration.ofMinutes(30);

    private LookPauses() {}

    /** @param before the last pause; zero when the state has just changed */
    static Duration after(Duration before, ProjectState state) {
        return switch (state) {
            case COMMITTED, PROCESSING -> grown(before, Duration.ofSeconds(3), Duration.ofSeconds(30));
            case COMPLETED, FAILED, CANCELED -> grown(before, Duration.ofSeconds(20), Duration.ofHours(6));
            case CREATED, NEEDS_ATTENTION, SYNCING -> grown(before, Duration.ofMinutes(10), Duration.ofHours(1));
        };
    }

    static Duration afterTrouble(Duration before) {
        return grown(before, TROUBLE_FIRST, TROUBLE_MOST);
    }

    private static Duration grown(Duration before, Duration first, Duration most) {
        Duration longer = before.multipliedBy(5).dividedBy(4).plusSeconds(1);
        if (before.isZero() || longer.compareTo(first) < 0) {
            return first;
        }
        return longer.compareTo(most) > 0 ? most : longer;
    }
}
