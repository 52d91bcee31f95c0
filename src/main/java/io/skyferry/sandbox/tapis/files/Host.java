package io.skyferry.sandbox.tapis.files;

import io.skyferry.sandbox.tapis.wire.JavaEnvelope;
import io.skyferry.sandbox.tapis.world.StorageSystem;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The storage host of one system, as Tapis sees it over SSH. */
record Host(StorageSystem system) {

    /** Refuses what the host refuses: our credential first, then the path. */
    void checkAccess(HostPath path) {
        if (system.hostCredentialMissing()) {
            throw JavaEnvelope.error(
                    401,
                    "FILES_CLIENT_SSH_SESSION_POOL_ERROR SSH_POOL_MISSING_CREDENTIALS Unable to get credentials. System: "
                            + system.id());
        }
        if (system.deniedPaths().stream().anyMatch(denied -> path.isWithin(HostPath.of(denied)))) {
            throw JavaEnvelope.error(
                    403,
                    "FILES_CLIENT_SSH_PERM_DENIED Permission denied by host. System: " + system.id() + " Path: "
                            + path.text());
        }
    }

    /** What is there, links followed; empty when nothing is. */
    Optional<Path> find(HostPath path) {
        try {
            Path file = system.directory().resolve(path.text());
            return Files.exists(file) ? Optional.of(file) : Optional.empty();
        } catch (InvalidPathException unusable) {
            return Optional.empty();
        }
    }

    /** The names in a directory, in no order. */
    static List<String> names(Path directory) throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            entries.forEach(entry -> names.add(entry.getFileName().toString()));
        }
        return names;
    }
}
