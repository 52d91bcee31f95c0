package io.skyferry.cli.server;

import io.skyferry.cli.outcome.CommandFailure;
import io.skyferry.cli.terminal.Surroundings;
import io.skyferry.platform.config.Secret;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What {@code login} keeps for one server: a file in the user's configuration directory that nobody else may read. A
 * token is only ever sent to the server that it came from.
 *
 * @param user {@code name@tenant}
 * @param renewal what gets a new token when this one has expired; absent from a server that gave none
 */
public record SavedLogin(
        String user, String clientId, Secret token, Optional<Secret> renewal, Instant savedAt, Instant expiresAt) {

    public static Optional<SavedLogin> find(URI server, Surroundings surroundings) {
        return file(server, surroundings).filter(Files::exists).map(SavedLogin::read);
    }

    /** @throws CommandFailure when there is no place to keep it */
    public void save(URI server, Surroundings surroundings) {
        Path file = file(server, surroundings)
                .orElseThrow(() -> CommandFailure.usage(
                        "There is no directory to keep the token in.", "Set HOME or XDG_CONFIG_HOME."));
        try {
            Files.createDirectories(
                    file.getParent(),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Path fresh = Files.createTempFile(
                    file.getParent(),
                    ".login",
                    ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(fresh, json().toString());
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void delete(URI server, Surroundings surroundings) {
        file(server, surroundings).ifPresent(file -> {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Whether a quarter or less of its life is left. */
    public boolean isDueAt(Instant now) {
        Duration life = Duration.between(savedAt, expiresAt);
        return !now.isBefore(expiresAt.minus(life.dividedBy(4)));
    }

    /** @param name {@code name} or {@code name@tenant} */
    public boolean belongsTo(String name) {
        return user.equals(name) || user.startsWith(name + "@");
    }

    private static Optional<Path> file(URI server, Surroundings surroundings) {
        String name = server.toString().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.-]+", "_");
        return surroundings
                .variable("XDG_CONFIG_HOME")
                .map(Path::of)
                .or(() -> surroundings.variable("HOME").map(home -> Path.of(home, ".config")))
                .map(directory -> directory.resolve("skyferry").resolve(name + ".login.json"));
    }

    private static SavedLogin read(Path file) {
        try {
            if (Files.getPosixFilePermissions(file).stream()
                    .anyMatch(permission -> !permission.name().startsWith("OWNER"))) {
                throw unusable(file, "may be read by others");
            }
            try (JsonReader reader = Json.createReader(new StringReader(Files.readString(file)))) {
                JsonObject json = reader.readObject();
                return new SavedLogin(
                        json.getString("user"),
                        json.getString("client_id"),
                        new Secret(json.getString("access_token")),
                        Optional.ofNullable(json.getString("renewal_token", null))
                                .map(Secret::new),
                        Instant.parse(json.getString("saved_at")),
                        Instant.parse(json.getString("expires_at")));
            }
        } catch (IOException | JsonException | NullPointerException | ClassCastException | DateTimeException e) {
            throw unusable(file, "can't be read");
        }
    }

    private static CommandFailure unusable(Path file, String problem) {
        return CommandFailure.usage("The login file " + file + " " + problem + ".", "Delete it and log in again.");
    }

    private JsonObject json() {
        JsonObjectBuilder json = Json.createObjectBuilder();
        renewal.ifPresent(secret -> json.add("renewal_token", secret.reveal()));
        return json.add("user", user)
                .add("client_id", clientId)
                .add("access_token", token.reveal())
                .add("saved_at", savedAt.toString())
                .add("expires_at", expiresAt.toString())
                .build();
    }
}
