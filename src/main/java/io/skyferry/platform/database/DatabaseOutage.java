package io.skyferry.platform.database;

import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;

/** Tells that the database is away from a mistake of ours. */
public final class DatabaseOutage {
    private DatabaseOutage() {}

    /** Whether something thrown by a use of the ledger means that the database could not be reached, or went away. */
    public static boolean isCause(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            boolean connection = cause instanceof SQLTransientConnectionException
                    || cause instanceof SQLNonTransientConnectionException
                    || cause instanceof SQLRecoverableException
                    // A commit whose connection broke leaves no trace of the reason.
                    || cause instanceof RollbackException
                    || cause instanceof SystemException;
            if (connection || cause instanceof SQLException sql && isAway(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** 08 = connection, 57P = the server is shut down or starts, 53 = it has too much to do. */
    private static boolean isAway(String state) {
        return state != null && (state.startsWith("08") || state.startsWith("57P") || state.startsWith("53"));
    }
}
