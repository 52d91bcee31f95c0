package io.skyferry.functional.kit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** The server's database; which one, the system property {@code skyferry.it.database} says: h2 or postgres. */
interface TestDatabase {
    String PASSWORD = "worthless-database-password";

    /** The server's settings that lead it there. */
    Map<String, String> settings();

    /** A connection of the test's own; with H2 only while no server runs. */
    Connection connect() throws SQLException;

    /** Leads a server to a database that is its own; made at the first call. */
    Map<String, String> settingsOf(String name);

    /** As {@link #connect()}, to the database that is the server's own. */
    Connection connect(Path dataDir, String name) throws SQLException;

    /** The statement that lists schema and name of all tables. */
    String TABLES = "select table_schema, table_name from information_schema.tables"
            + " where lower(table_schema) not in ('information_schema', 'pg_catalog')";

    static TestDatabase chosen(Path dataDir) {
        String choice = System.getProperty("skyferry.it.database", "h2");
        return switch (choice) {
            case "h2" -> new H2(dataDir);
            case "postgres" -> Postgres.start();
            default -> throw new IllegalArgumentException("skyferry.it.database is " + choice);
        };
    }

    /** The file in the data directory that the server makes when nobody says otherwise. */
    record H2(Path dataDir) implements TestDatabase {
        @Override
        public Map<String, String> settings() {
            return Map.of();
        }

        @Override
        public Map<String, String> settingsOf(String name) {
            return Map.of();
        }

        @Override
        public Connection connect(Path ownDir, String name) throws SQLException {
            return new H2(ownDir).connect();
        }

        @Override
        public Connection connect() throws SQLException {
            return DriverManager.getConnection(
                    "jdbc:h2:file:" + dataDir.resolve("db/skyferry") + ";MODE=LEGACY;NON_KEYWORDS=VALUE;IFEXISTS=TRUE",
                    "skyferry",
                    "");
        }
    }

    /** Ends with the test's process. */
    record Postgres(String url) implements TestDatabase {
        private static final String ALREADY_THERE = "42P04";

        static Postgres start() {
            try {
                EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "200")
                        .start();
                String url = postgres.getJdbcUrl("postgres", "postgres").replaceFirst("\\?.*", "");
                return new Postgres(url);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Map<String, String> settings() {
            return Map.of("SKYFERRY_DB_URL", url, "SKYFERRY_DB_USER", "postgres", "SKYFERRY_DB_PASSWORD", PASSWORD);
        }

        @Override
        public Map<String, String> settingsOf(String name) {
            try (Connection connection = connect();
                    Statement create = connection.createStatement()) {
                create.execute("create database " + name);
            } catch (SQLException e) {
                if (!ALREADY_THERE.equals(e.getSQLState())) {
                    throw new IllegalStateException(e);
                }
            }
            return Map.of("SKYFERRY_DB_URL", urlOf(name));
        }

        private String urlOf(String name) {
            return url.replaceFirst("/[^/]*$", "/" + name);
        }

        @Override
        public Connection connect(Path ownDir, String name) throws SQLException {
            return DriverManager.getConnection(urlOf(name), "postgres", PASSWORD);
        }

        @Override
        public Connection connect() throws SQLException {
            return DriverManager.getConnection(url, "postgres", PASSWORD);
        }
    }
}
