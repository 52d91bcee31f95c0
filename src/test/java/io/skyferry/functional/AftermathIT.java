package io.skyferry.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.functional.kit.Deployment;
import io.skyferry.functional.kit.FlightFolder;
import io.skyferry.functional.kit.Scene;
import io.skyferry.functional.kit.SkyferryServer;
import io.skyferry.functional.kit.TableDump;
import io.skyferry.sandbox.webodm.WebOdmOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What all tests together left behind. Runs last: it ends the server. */
class AftermathIT {
    /** Any JSON Web Token, and any password of a test's user, whose name may appear alone. */
    /** As the server logs it, not as one of the codes that an answer lists. */
    private static final Pattern UNEXPECTED = Pattern.compile("(^|[^,] )INTERNAL_ERROR\\b");

    private static final Pattern SECRET =
            Pattern.compile("eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}|(pilot\\d{3}|ada|grace|operator)-demo");

    private static Scene scene;
    private static SkyferryServer server;
    private static List<String> secrets;

    @BeforeAll
    static void workOnceMoreThenStop() throws IOException {
        scene = Scene.signedIn();
        FlightFolder flight = scene.flight("Last").withPhotos(2).put("BROKEN.JPG", new byte[100]);
        scene.sync(scene.create(flight));
        server = scene.deployment().server();
        secrets = secrets(server.dataDir());
        server.stop();
    }

    private static List<String> secrets(Path dataDir) throws IOException {
        List<String> found = new ArrayList<>(List.of("skyferry-demo-key", WebOdmOptions.DEMO_SECRET_KEY));
        found.add("worthless-database-password");
        found.add(Deployment.SERVICE_PASSWORD);
        for (String file : List.of("local.key", "secret.key", "liberty-operator.password")) {
            found.add(Files.readString(dataDir.resolve(file)).strip());
        }
        return found;
    }

    @Test
    void noSecretIsInAnyLog() throws IOException {
        Map<String, String> texts = new TreeMap<>();
        texts.put("console", server.readLog());
        try (Stream<Path> files = Files.walk(server.logDirectory())) {
            files.filter(Files::isRegularFile).forEach(file -> texts.put(file.toString(), read(file)));
        }

        assertThat(texts).hasSizeGreaterThan(2);
        assertThat(texts.get("console")).contains("Sync of project");
        texts.forEach(AftermathIT::assertHarmless);
    }

    @Test
    void noSecretIsInAnyTable() throws Exception {
        Map<String, String> tables = TableDump.of(scene.deployment().database());

        assertThat(tables.keySet()).anyMatch(table -> table.endsWith("flight_project"));
        assertThat(tables.keySet()).anyMatch(table -> table.contains("jb_"));
        tables.forEach(AftermathIT::assertHarmless);
    }

    @Test
    void noHalfImageIsInTheSpool() {
        assertThat(server.dataDir().resolve("spool")).isEmptyDirectory();
    }

    @Test
    void noUnexpectedErrorIsInTheLog() {
        assertThat(Arrays.stream(server.readLog().split("\n"))
                        .filter(line -> UNEXPECTED.matcher(line).find() || line.startsWith("[ERROR"))
                        .toList())
                .isEmpty();
    }

    private static void assertHarmless(String where, String text) {
        assertThat(secrets).as(where).noneMatch(text::contains);
        assertThat(SECRET.matcher(text).results().map(match -> match.group()).toList())
                .as(where)
                .isEmpty();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
