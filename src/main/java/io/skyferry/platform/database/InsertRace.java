package io.skyferry.platform.database;

import java.sql.SQLException;
import java.util.function.Supplier;

/** Insert-or-find where two may insert at one time: the loser of the race looks again and finds the winner's row. */
public final class InsertRace {
    private static final String INTEGRITY_VIOLATION = "23";
    private static final int MOST_ATTEMPTS = 3;

    private InsertRace() {}

    /**
     * Runs the work, each time in a transaction of its own; again when a unique key stood against it. Work that inserts
     * two rows, one after the other, may lose two races.
     */
    public static <T> T run(Supplier<T> insertOrFind) {
        for (int attempt = 1; ; attempt++) {
            try {
                return insertOrFind.get();
            } catch (RuntimeException e) {
                if (attempt == MOST_ATTEMPTS || !isViolation(e)) {
                    throw e;
                }
            }
        }
    }

    private static boolean isViolation(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && sql.getSQLState() != null
                    && sql.getSQLState().startsWith(INTEGRITY_VIOLATION)) {
                return true;
            }
        }
        return false;
    }
}
