package io.skyferry.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {
    private final SecureRandom random = new SecureRandom();

    @TempDir
    private Path directory;

    @Test
    void makesAKeyThatOnlyItsOwnerMayReadAndKeepsIt() throws IOException {
        Path path = directory.resolve("deeper/secret.key");
        KeyFile made = KeyFile.readOrCreate(path, random);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(path)).matches("[0-9a-f]{64}\n");
        assertThat(KeyFile.readOrCreate(path, random).key()).isEqualTo(made.key());
    }

    @Test
    void renewsTheKeyInPlaceWithoutLeavingAnythingBehind() throws IOException {
        Path path = directory.resolve("local.key");
        Files.writeString(path, "old");
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-rw-rw-"));
        KeyFile first = KeyFile.renew(path, random);
        KeyFile second = KeyFile.renew(path, random);
        assertThat(second.key()).hasSize(32).isNotEqualTo(first.key());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactly(path);
        }
    }

    @Test
    void agreesOnOneKeyWhenSeveralServersStartAtOneTime() throws Exception {
        Path path = directory.resolve("secret.key");
        ExecutorService servers = Executors.newFixedThreadPool(8);
        try {
            Callable<String> start = () ->
                    HexFormat.of().formatHex(KeyFile.readOrCreate(path, random).key());
            Set<String> keys = new HashSet<>();
            for (Future<String> key : servers.invokeAll(Collections.nCopies(8, start))) {
                keys.add(key.get());
            }
            assertThat(keys).hasSize(1);
        } finally {
            servers.shutdownNow();
        }
    }

    @Test
    void refusesAFileThatIsNoKey() throws IOException {
        Path path = directory.resolve("secret.key");
        Files.writeString(path, "not a key");
        assertThatThrownBy(() -> KeyFile.readOrCreate(path, random)).isInstanceOf(UncheckedIOException.class);
        assertThat(path).hasContent("not a key");
    }

    @Test
    void namesTheKeyWithoutTellingIt() {
        KeyFile key = KeyFile.readOrCreate(directory.resolve("secret.key"), random);
        String hex = HexFormat.of().formatHex(key.key());
        assertThat(key.id()).hasSize(12);
        assertThat(hex).doesNotContain(key.id());
        assertThat(key.toString()).doesNotContain(hex);
    }
}
