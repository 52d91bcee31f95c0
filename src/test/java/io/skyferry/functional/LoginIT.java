package io.skyferry.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.skyferry.functional.kit.Browser;
import io.skyferry.functional.kit.CommandRun;
import io.skyferry.functional.kit.Scene;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code skyferry login} against the real server: by a code, and renewed after its token has expired. */
class LoginIT {
    private static final Pattern ASKED = Pattern.compile("Open (\\S+) and enter the code (\\S+)");

    private final Scene scene = Scene.withoutSignIn();

    @TempDir
    private Path home;

    @Test
    void goesOnAfterItsTokenHasExpired() throws Exception {
        login();
        assertThat(skyferry("systems").output()).contains(scene.system());

        expire();
        CommandRun later = skyferry("systems");

        assertThat(later.exit()).as(later.errors()).isZero();
        assertThat(later.output()).contains(scene.system());
        assertThat(Files.readString(file())).contains(expiry(file())).doesNotContain("\"2020-");
        assertThat(skyferry("logout").exit()).isZero();
        assertThat(skyferry("systems").exit()).isNotZero();
    }

    @Test
    void endsWithASignOutEverywhere() throws Exception {
        login();
        scene.api()
                .send("POST", "/api/skyferry/sign-out", "application/json", "{\"everywhere\": true}")
                .ok();
        expire();

        CommandRun refused = skyferry("systems");

        assertThat(refused.exit()).isEqualTo(3);
        assertThat(refused.errors()).contains("Token expired");
    }

    private void login() throws Exception {
        Path errors = home.resolve("errors");
        ProcessBuilder command = new ProcessBuilder("scripts/skyferry", "login")
                .redirectOutput(home.resolve("output").toFile())
                .redirectError(errors.toFile());
        command.environment().keySet().removeIf(name -> name.startsWith("SKYFERRY_"));
        command.environment().putAll(environment());
        command.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process login = command.start();
        Matcher asked = await().atMost(Duration.ofMinutes(2))
                .until(() -> ASKED.matcher(Files.readString(errors)), Matcher::find);
        new Browser(scene.deployment().server())
                .enterCode(URI.create(asked.group(1)), scene.username(), asked.group(2));
        assertThat(login.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(login.exitValue()).as(Files.readString(errors)).isZero();
        assertThat(Files.readString(home.resolve("output"))).contains("Logged in as " + scene.username() + "@sandbox");
    }

    /** As if the command had not been used for long: an expired token, and the time of that. */
    private void expire() throws IOException {
        String expired = scene.deployment().tapis().accessToken(scene.username(), Duration.ofSeconds(-60));
        String saved = Files.readString(file());
        Instant now = Instant.now();
        Files.writeString(
                file(),
                saved.replaceAll("\"access_token\":\"[^\"]*\"", "\"access_token\":\"" + expired + "\"")
                        .replaceAll("\"saved_at\":\"[^\"]*\"", "\"saved_at\":\"2020-01-01T00:00:00Z\"")
                        .replaceAll(
                                "\"expires_at\":\"[^\"]*\"",
                                "\"expires_at\":\"" + now.minus(Duration.ofMinutes(1)) + "\""));
    }

    private static String expiry(Path file) throws IOException {
        Matcher expiry = Pattern.compile("\"expires_at\":\"([^\"]*)\"").matcher(Files.readString(file));
        assertThat(expiry.find()).isTrue();
        assertThat(Instant.parse(expiry.group(1))).isAfter(Instant.now());
        return expiry.group(1);
    }

    private Path file() throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(file -> file.toString().endsWith(".login.json"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private CommandRun skyferry(String... arguments) {
        return CommandRun.run(environment(), "", "skyferry", arguments);
    }

    private Map<String, String> environment() {
        return Map.of(
                "XDG_CONFIG_HOME",
                home.toString(),
                "SKYFERRY_SERVER",
                scene.deployment().server().url("").toString());
    }
}
