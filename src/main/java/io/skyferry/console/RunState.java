package io.skyferry.console;

import jakarta.batch.runtime.BatchStatus;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where a job is, in the words that people look for: Jakarta Batch's status together with how the work ended. */
public enum RunState {
    /** It is starting or works. */
    RUNNING,
    STOPPING,
    STOPPED,
    FAILED,
    /** It came to its end, and somebody has to decide or repair something. */
    ATTENTION,
    COMPLETED,
    /** It failed or was stopped, and an operator said that this is final. */
    ABANDONED;

    static final Set<RunState> UNFINISHED = EnumSet.of(RUNNING, STOPPING);

    private static final Set<String> WANT_SOMEBODY =
            Set.of("NEEDS_ATTENTION", "TOO_FEW_IMAGES", "NEW_IMAGES", "DONE_WITH_ERRORS");

    static RunState of(BatchStatus status, String exitStatus) {
        return switch (status) {
            case STARTING, STARTED -> RUNNING;
            case STOPPING -> STOPPING;
            case STOPPED -> STOPPED;
            case FAILED -> FAILED;
            case ABANDONED -> ABANDONED;
            case COMPLETED -> exitStatus != null && WANT_SOMEBODY.contains(exitStatus) ? ATTENTION : COMPLETED;
        };
    }

    /** By its name or by one of Jakarta Batch's, in any case. */
    static Optional<RunState> find(String word) {
        String name = word.strip().toUpperCase(Locale.ROOT);
        if (name.equals("STARTING") || name.equals("STARTED")) {
            return Optional.of(RUNNING);
        }
        return EnumSet.allOf(RunState.class).stream()
                .filter(state -> state.name().equals(name))
                .findFirst();
    }

    boolean isFinal() {
        return !UNFINISHED.contains(this);
    }
}
