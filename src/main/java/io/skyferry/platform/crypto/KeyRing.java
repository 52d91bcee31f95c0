package io.skyferry.platform.crypto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The key in a file, and beside it, in {@code <file>.ring}, older ones that still open what they sealed. Several servers
 * may share the files: each notices within its next use when another one rotated. Thread-safe.
 */
public final class KeyRing {
    private record Keys(KeyFile current, Map<String, KeyFile> all, FileTime changed) {}

    private final Path file;
    private final SecureRandom random;
    private volatile Keys keys;

    /** Makes the key, mode 0600, when the file is absent. */
    public KeyRing(Path file, SecureRandom random) {
        this.file = file;
        this.random = random;
        KeyFile.readOrCreate(file, random);
        reload();
    }

    /** What seals from now on. */
    public KeyFile current() {
        try {
            if (!Files.getLastModifiedTime(file).equals(keys.changed())) {
                reload();
            }
        } catch (IOException e) {
            // the key in memory is as good
        }
        return keys.current();
    }

    public Optional<KeyFile> find(String id) {
        if (!keys.all().containsKey(id)) {
            reload();
        }
        return Optional.ofNullable(keys.all().get(id));
    }

    public Set<String> ids() {
        return keys.all().keySet();
    }

    /** A new key; the one before goes to the ring first, so that no crash in between loses it. */
    public KeyFile rotate() {
        return alone(() -> {
            reload();
            writeRing(keys.all());
            KeyFile.renew(file, random);
            reload();
            return keys.current();
        });
    }

    /**
     * Forgets older keys, unless the last rotation was just now: another server may still be about to seal with the one
     * that it has in memory.
     *
     * @param used what must stay
     */
    public void retain(Set<String> used, Instant now) {
        alone(() -> {
            reload();
            Map<String, KeyFile> kept = new LinkedHashMap<>(keys.all());
            kept.keySet().removeIf(id -> !used.contains(id));
            kept.remove(keys.current().id());
            boolean settled = keys.changed().toInstant().isBefore(now.minus(Duration.ofMinutes(10)));
            if (settled && keys.all().size() > kept.size() + 1) {
                writeRing(kept);
                reload();
            }
            return keys.current();
        });
    }

    private synchronized void reload() {
        try {
            FileTime changed = Files.getLastModifiedTime(file);
            KeyFile current = KeyFile.read(file);
            Map<String, KeyFile> all = new LinkedHashMap<>();
            if (Files.exists(ring())) {
                for (String line : Files.readAllLines(ring())) {
                    KeyFile older = KeyFile.of(ring(), line);
                    all.put(older.id(), older);
                }
            }
            all.put(current.id(), current);
            keys = new Keys(current, all, changed);
        } catch (IOException e) {
            throw new UncheckedIOException("key file " + file, e);
        }
    }

    private void writeRing(Map<String, KeyFile> older) throws IOException {
        String lines = older.values().stream()
                .map(key -> HexFormat.of().formatHex(key.key()) + "\n")
                .collect(Collectors.joining());
        Path fresh = Files.createTempFile(
                file.getParent(),
                ".key",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, lines);
        Files.move(fresh, ring(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private interface Work {
        KeyFile run() throws IOException;
    }

    private synchronized KeyFile alone(Work work) {
        try (FileChannel lock = FileChannel.open(
                file.resolveSibling(file.getFileName() + ".lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE)) {
            lock.lock();
            return work.run();
        } catch (IOException e) {
            throw new UncheckedIOException("key file " + file, e);
        }
    }

    private Path ring() {
        return file.resolveSibling(file.getFileName() + ".ring");
    }
}
