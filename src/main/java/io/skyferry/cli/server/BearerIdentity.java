package io.skyferry.cli.server;

import io.skyferry.cli.outcome.CommandFailure;
import io.skyferry.platform.config.Secret;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;

/** A Tapis access token. From a file it is read anew for each request, so that it may be renewed during a long wait. */
public final class BearerIdentity implements Identity {
    private final Supplier<Secret> token;

    private BearerIdentity(Supplier<Secret> token) {
        this.token = token;
    }

    static BearerIdentity ofText(String token) {
        Secret secret = checked(token, "SKYFERRY_TOKEN");
        return new BearerIdentity(() -> secret);
    }

    static BearerIdentity ofSaved(SavedLogin login) {
        return new BearerIdentity(login::token);
    }

    static BearerIdentity ofFile(Path file) {
        return new BearerIdentity(() -> read(file));
    }

    private static Secret read(Path file) {
        try {
            return checked(Files.readString(file), "The token file " + file);
        } catch (IOException e) {
            throw CommandFailure.usage(
                    "The token file " + file + " can't be read (" + e.getClass().getSimpleName() + ").",
                    "Write a Tapis access token into it, readable by you alone.");
        }
    }

    private static Secret checked(String token, String place) {
        String stripped = token.strip();
        if (!stripped.matches("[\\x21-\\x7e]+")) {
            throw CommandFailure.usage(place + " does not hold a token.", "Put one Tapis access token there.");
        }
        return new Secret(stripped);
    }

    @Override
    public Optional<String> authorization() {
        return Optional.of("Bearer " + token.get().reveal());
    }

    @Override
    public boolean isTapisToken() {
        return true;
    }

    /**
     * Refuses to act as somebody else than the user asked for. The token is not verified here, that is the server's
     * business; a token of an unknown form passes.
     *
     * @param user {@code name} or {@code name@tenant}
     */
    void mustBelongTo(String user) {
        String subject = subject().orElse(user);
        if (!subject.equals(user) && !subject.startsWith(user + "@")) {
            throw CommandFailure.usage(
                    "The token belongs to " + subject + ", not to " + user + ".",
                    "Leave out --user, or give that user's token.");
        }
    }

    private Optional<String> subject() {
        String[] parts = token.get().reveal().split("\\.");
        if (parts.length != 3) {
            return Optional.empty();
        }
        try (JsonReader reader = Json.createReader(
                new ByteArrayInputStream(Base64.getUrlDecoder().decode(parts[1])))) {
            return Optional.of(new Fields(reader.readObject()).text("sub")).filter(text -> !text.isEmpty());
        } catch (IllegalArgumentException | JsonException e) {
            return Optional.empty();
        }
    }
}
