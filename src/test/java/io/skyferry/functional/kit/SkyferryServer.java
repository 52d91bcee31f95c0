package io.skyferry.functional.kit;

import static org.awaitility.Awaitility.await;

import io.skyferry.kit.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The real server, started by {@code scripts/server run} as a process of its own. */
public final class SkyferryServer {
    private static final Duration START = Duration.ofMinutes(5);

    private final Path dataDir;
    private final Map<String, String> settings;
    private final int httpPort = FreePort.find();
    private final int httpsPort = FreePort.find();
    private final HttpClient http = HttpClient.newHttpClient();
    private Process process;

    public SkyferryServer(Path dataDir, Map<String, String> settings) {
        this.dataDir = dataDir;
        this.settings = settings;
    }

    /** Returns when it is ready to work. */
    public void start() {
        launch(List.of("scripts/server", "run"));
        await("readiness").atMost(START).pollInterval(Duration.ofMillis(250)).until(() -> {
            if (!process.isAlive()) {
                throw new AssertionError("The server ended with " + process.exitValue() + "; see " + consoleLog());
            }
            return isReady();
        });
    }

    /** Starts the command with the server's settings, without waiting for anything. */
    public Process launch(List<String> command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(consoleLog().toFile()));
            builder.environment().keySet().removeIf(name -> name.startsWith("SKYFERRY_") || name.startsWith("WO_"));
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            // Compiling little is quicker for a server that lives for minutes.
            builder.environment()
                    .put("JVM_ARGS", System.getProperty("skyferry.it.jvm-args", "-XX:TieredStopAtLevel=1"));
            builder.environment().put("SKYFERRY_DATA_DIR", dataDir.toString());
            builder.environment().put("SKYFERRY_HTTP_PORT", Integer.toString(httpPort));
            builder.environment().put("SKYFERRY_HTTPS_PORT", Integer.toString(httpsPort));
            builder.environment().putAll(settings);
            process = builder.start();
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean isReady() {
        return answers("/health/ready", 200);
    }

    private boolean answers(String path, int status) {
        try {
            HttpRequest request = HttpRequest.newBuilder(url(path))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == status;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** SIGKILL: nothing of it gets a chance to tidy up. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** SIGTERM, and waits until it has ended. */
    public void stop() {
        process.destroy();
        awaitEnd();
    }

    /** SIGSTOP: all its threads stand still until it is thawed; its connections stay open. */
    public void freeze() {
        signal("STOP");
    }

    /** SIGCONT. */
    public void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        java.util.stream.Stream.concat(java.util.stream.Stream.of(process.toHandle()), process.descendants())
                .forEach(each -> run(List.of("kill", "-" + name, Long.toString(each.pid()))));
    }

    private static void run(List<String> command) {
        try {
            new ProcessBuilder(command).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("The server did not end within a minute");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Its Java process. */
    public ProcessHandle java() {
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(process.toHandle()), process.descendants())
                .filter(each -> each.info().command().orElse("").endsWith("java"))
                .findFirst()
                .orElseThrow();
    }

    public URI url(String path) {
        return URI.create("http://localhost:" + httpPort + path);
    }

    public URI secureUrl(String path) {
        return URI.create("https://localhost:" + httpsPort + path);
    }

    public Path dataDir() {
        return dataDir;
    }

    /** What the process printed. */
    public Path consoleLog() {
        return dataDir.resolveSibling(dataDir.getFileName() + ".console.log");
    }

    public Path logDirectory() {
        return dataDir.resolve("liberty/skyferry/logs");
    }

    public String readLog() {
        try {
            return Files.readString(consoleLog());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
