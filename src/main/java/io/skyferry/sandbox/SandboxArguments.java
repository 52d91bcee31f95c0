package io.skyferry.sandbox;

import java.nio.file.Path;
import java.time.Duration;
import picocli.CommandLine.Option;

/** The arguments of {@link Sandbox}. */
final class SandboxArguments {
    @Option(names = "--world", required = true, description = "directory with world.json and systems/")
    Path world;

    @Option(names = "--data", description = "directory for what is uploaded; default: a new temporary one")
    Path data;

    @Option(names = "--tapis-port", description = "0 = any free port")
    int tapisPort;

    @Option(names = "--webodm-port", description = "0 = any free port")
    int webodmPort;

    @Option(names = "--callback-url", description = "callback of every OAuth2 client, in place of the world's")
    String callbackUrl;

    @Option(names = "--token-seconds", defaultValue = "14400", description = "lifetime of access tokens")
    long tokenSeconds;

    @Option(names = "--resets", description = "makes the fault 'reset' at Tapis a TCP reset")
    boolean resets;

    @Option(names = "--ready-file", description = "JSON file with the addresses, written when all is ready")
    Path readyFile;

    Duration tokenLifetime() {
        return Duration.ofSeconds(tokenSeconds);
    }
}
