package io.skyferry.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * {@code DatabaseCompaction DIRECTORY [MIB]}: gives back what is free in the H2 file of a data directory, once the file
 * has so many MiB (256). While a server runs the file only grows, because H2 loses commits of a kill when it writes into
 * freed space. To be run while no server has the file. Whenever it is killed, the database is there, compact or not.
 *
 * <p>Takes the user from {@code SKYFERRY_DB_USER} and {@code SKYFERRY_DB_PASSWORD} and does nothing where
 * {@code SKYFERRY_DB_URL} names another database. A failure is told and does no harm: the server says itself what is
 * wrong with its database.
 */
public final class DatabaseCompaction {
    private static final long MIB = 1 << 20;
    private static final long LARGE = 256;

    private DatabaseCompaction() {}

    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments[0]);
        long most = arguments.length > 1 ? Long.parseLong(arguments[1]) : LARGE;
        Path file = directory.resolve("db/skyferry.mv.db");
        if (!setting("SKYFERRY_DB_URL", "").isEmpty() || !Files.exists(file) || Files.size(file) < most * MIB) {
            return;
        }
        long before = Files.size(file);
        String url = "jdbc:h2:file:" + directory.toAbsolutePath() + "/db/skyferry;IFEXISTS=TRUE";
        try (Connection database = DriverManager.getConnection(
                        url, setting("SKYFERRY_DB_USER", "skyferry"), setting("SKYFERRY_DB_PASSWORD", ""));
                Statement statement = database.createStatement()) {
            statement.execute("shutdown compact");
        } catch (SQLException e) {
            System.err.println("The database file was not made smaller: " + e.getMessage());
            return;
        }
        System.out.println(
                "The database file was made smaller: " + before / MIB + " to " + Files.size(file) / MIB + " MiB.");
    }

    private static String setting(String name, String otherwise) {
        String value = System.getenv(name);
        return value == null || value.isBlank() ? otherwise : value;
    }
}
