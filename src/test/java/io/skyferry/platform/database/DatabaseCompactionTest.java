package io.skyferry.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseCompactionTest {
    private static final int LAST = 300;

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void write() throws SQLException {
        file = directory.resolve("db/skyferry.mv.db");
        try (Connection database = open();
                Statement create = database.createStatement()) {
            create.execute("create table counter (n bigint, b varbinary(20000))");
            create.execute("insert into counter values (0, null)");
            try (PreparedStatement count = database.prepareStatement("update counter set n = n + 1, b = ?")) {
                for (int n = 0; n < LAST; n++) {
                    count.setBytes(1, new byte[10_000 + n]);
                    count.execute();
                }
            }
        }
    }

    private Connection open() throws SQLException {
        String url = "jdbc:h2:file:" + directory + "/db/skyferry;WRITE_DELAY=0;REUSE_SPACE=FALSE";
        return DriverManager.getConnection(url, "skyferry", "");
    }

    private long counter() throws SQLException {
        try (Connection database = open();
                Statement ask = database.createStatement();
                ResultSet found = ask.executeQuery("select n from counter")) {
            found.next();
            return found.getLong(1);
        }
    }

    @Test
    void makesALargeFileSmallAndKeepsWhatIsInIt() throws IOException, SQLException {
        long before = Files.size(file);

        DatabaseCompaction.main(new String[] {directory.toString(), "1"});

        assertThat(Files.size(file)).isLessThan(before / 10);
        assertThat(counter()).isEqualTo(LAST);
    }

    @Test
    void leavesASmallFileAndADirectoryWithoutOneAlone() throws IOException {
        long before = Files.size(file);

        DatabaseCompaction.main(new String[] {directory.toString()});
        DatabaseCompaction.main(new String[] {directory.resolve("other").toString(), "0"});

        assertThat(Files.size(file)).isEqualTo(before);
        assertThat(directory.resolve("other")).doesNotExist();
    }

    @Test
    void leavesAFileAloneThatAServerHas() throws IOException, SQLException {
        try (Connection server = open()) {
            long before = Files.size(file);

            Process other = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            DatabaseCompaction.class.getName(),
                            directory.toString(),
                            "1")
                    .redirectErrorStream(true)
                    .start();

            assertThat(new String(other.getInputStream().readAllBytes())).contains("was not made smaller");
            assertThat(Files.size(file)).isEqualTo(before);
            assertThat(server.isValid(1)).isTrue();
        }
    }
}
