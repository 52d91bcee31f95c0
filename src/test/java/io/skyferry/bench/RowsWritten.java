package io.skyferry.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Rows that were added, changed or deleted since it was made, by table, as PostgreSQL counts them. */
final class RowsWritten implements AutoCloseable {
    private static final long FLUSH_MILLIS = 12_000;

    private final Connection database;
    private final Map<String, Long> before;

    RowsWritten(Connection database) throws Exception {
        this.database = database;
        this.before = count();
    }

    String tell() throws Exception {
        List<String> changed = new ArrayList<>();
        for (Map.Entry<String, Long> table : count().entrySet()) {
            long rows = table.getValue() - before.getOrDefault(table.getKey(), 0L);
            if (rows > 0) {
                changed.add("%s %,d".formatted(table.getKey(), rows));
            }
        }
        return changed.isEmpty() ? "none" : String.join(", ", changed);
    }

    private Map<String, Long> count() throws Exception {
        // A session of PostgreSQL that is idle reports what it did within ten seconds.
        Thread.sleep(FLUSH_MILLIS);
        Map<String, Long> counts = new TreeMap<>();
        try (Statement query = database.createStatement()) {
            query.execute("select pg_stat_clear_snapshot()");
            try (ResultSet rows =
                    query.executeQuery("select relname, n_tup_ins + n_tup_upd + n_tup_del from pg_stat_user_tables")) {
                while (rows.next()) {
                    counts.put(rows.getString(1), rows.getLong(2));
                }
            }
        }
        return counts;
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
