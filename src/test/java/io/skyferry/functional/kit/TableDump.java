package io.skyferry.functional.kit;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Every row of every table, as text. */
public final class TableDump {
    private TableDump() {}

    /**
     * Closes the connection.
     *
     * @return by table name in lower case
     */
    public static Map<String, String> of(Connection connection) throws SQLException {
        Map<String, String> tables = new TreeMap<>();
        try (connection;
                Statement list = connection.createStatement();
                ResultSet found = list.executeQuery(TestDatabase.TABLES)) {
            while (found.next()) {
                String table = "\"" + found.getString(1) + "\".\"" + found.getString(2) + "\"";
                tables.put(found.getString(2).toLowerCase(Locale.ROOT), rows(connection, table));
            }
        }
        return tables;
    }

    private static String rows(Connection connection, String table) throws SQLException {
        StringBuilder text = new StringBuilder();
        try (Statement query = connection.createStatement();
                ResultSet rows = query.executeQuery("select * from " + table)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    text.append(text(rows, column)).append(' ');
                }
                text.append('\n');
            }
        }
        return text.toString();
    }

    /** Bytes count as text, too: serialised objects hold theirs in clear. */
    private static String text(ResultSet rows, int column) throws SQLException {
        int type = rows.getMetaData().getColumnType(column);
        boolean binary = type == java.sql.Types.BLOB
                || type == java.sql.Types.BINARY
                || type == java.sql.Types.VARBINARY
                || type == java.sql.Types.LONGVARBINARY;
        if (!binary) {
            return rows.getString(column);
        }
        byte[] bytes = rows.getBytes(column);
        return bytes == null ? "null" : new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
