package io.skyferry.functional.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A command of {@code scripts/} that has ended. */
public record CommandRun(int exit, String output, String errors) {

    /** Runs it on the shared server's machine, as whoever administers that. */
    public static CommandRun of(String input, String script, String... arguments) {
        SkyferryServer server = Deployment.running().server();
        Map<String, String> environment =
                Map.of("SKYFERRY_DATA_DIR", server.dataDir().toString());
        return run(environment, input, script, arguments);
    }

    /** Runs it with these variables, and none of Skyferry's besides. */
    public static CommandRun run(Map<String, String> environment, String input, String script, String... arguments) {
        List<String> command = new ArrayList<>(List.of("scripts/" + script));
        command.addAll(Arrays.asList(arguments));
        try {
            Path output = Files.createTempFile("command", ".out");
            Path errors = Files.createTempFile("command", ".err");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(errors.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("SKYFERRY_") || name.startsWith("WO_"));
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().close();
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError(command + " did not end");
            }
            return new CommandRun(process.exitValue(), Files.readString(output), Files.readString(errors));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
