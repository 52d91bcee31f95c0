package io.skyferry.platform.database;

import java.sql.SQLException;
import java.util.function.Supplier;

/** Insert-or-find where two may insert at one time: the loser of the race looks again and finds the winner's row. */
public final class InsertRace {
    private static final String INTEGRITY_VIOLATION = "23";

    private InsertRace() {}

    /** Runs the work, each time in a transaction of its own; once more when a unique key stood against it. */
    public static <T> T run(Supplier<T> insertOrFind) {
        try {
            return insertOrFind.get();
        } catch (RuntimeException e) {
            if (!isViolation(e)) {
                throw e;
            }
            return insertOrFind.get();
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
