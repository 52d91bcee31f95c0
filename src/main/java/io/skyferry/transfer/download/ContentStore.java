package io.skyferry.transfer.download;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Images that were delivered, kept by their SHA-256, so that a task that has to be made again needs no second download.
 * Never larger than its limit: what was not used for the longest time goes first. Nothing depends on it: whatever goes
 * wrong here costs a download. A kept image is hashed and inspected again before it is used. Thread-safe.
 */
public final class ContentStore {
    private static final Logger LOG = Logger.getLogger(ContentStore.class.getName());
    private static final String NAME = "[0-9a-f]{64}";
    private static final int BUFFER = 64 << 10;

    /** By name, least recently used first. */
    private final Map<String, Long> sizes = new LinkedHashMap<>(16, 0.75f, true);

    private final Path directory;
    private final long limit;
    private long total;

    /** @param limitBytes 0 = nothing is kept, and what is there goes */
    public ContentStore(Path directory, long limitBytes) {
        this.directory = directory;
        this.limit = limitBytes;
        try {
            if (limitBytes > 0) {
                Files.createDirectories(directory);
            }
            readAll();
        } catch (IOException unusable) {
            LOG.log(Level.WARNING, "The content store can't be read", unusable);
        }
    }

    private record Entry(Path path, FileTime used) {}

    private void readAll() throws IOException {
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        List<Entry> found;
        try (Stream<Path> files = Files.list(directory)) {
            found = files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> new Entry(file, used(file)))
                    .sorted(Comparator.comparing(Entry::used))
                    .toList();
        }
        for (Entry entry : found) {
            String name = entry.path().getFileName().toString();
            if (name.matches(NAME)) {
                add(name, Files.size(entry.path()));
            } else {
                // A copy that was not finished.
                Files.deleteIfExists(entry.path());
            }
        }
    }

    private static FileTime used(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            return FileTime.from(Instant.EPOCH);
        }
    }

    /** How many bytes are kept. */
    public synchronized long total() {
        return total;
    }

    /** A whole image in the spool with exactly this content; empty when it is not here. The caller closes it. */
    public Optional<SpooledImage> find(String sha256, ImageToDownload image, SpoolSpace space) {
        if (!knows(sha256)) {
            return Optional.empty();
        }
        SpoolFile file = space.create(image.id());
        try {
            Optional<SpooledImage> copied = copied(sha256, image, file);
            if (copied.isEmpty()) {
                file.close();
                forget(sha256);
            }
            return copied;
        } catch (IOException | RuntimeException unreadable) {
            file.close();
            forget(sha256);
            LOG.log(Level.FINE, "A kept image could not be read", unreadable);
            return Optional.empty();
        }
    }

    private synchronized boolean knows(String sha256) {
        return sizes.get(sha256) != null;
    }

    private Optional<SpooledImage> copied(String sha256, ImageToDownload image, SpoolFile file) throws IOException {
        Path kept = directory.resolve(sha256);
        ContentProof proof = new ContentProof();
        try (ReadableByteChannel in = FileChannel.open(kept, StandardOpenOption.READ)) {
            ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
            while (in.read(buffer.clear()) >= 0) {
                proof.accept(buffer.flip().duplicate());
                file.write(buffer);
            }
        }
        file.complete();
        Files.setLastModifiedTime(kept, FileTime.from(Instant.now()));
        Optional<SpooledImage> spooled = proof.asImage(file);
        return spooled.filter(whole -> whole.sha256().equals(sha256) && whole.bytes() == image.listedBytes());
    }

    /** Keeps the image, if there is room for it at all; the file in the spool stays as it is. */
    public void keep(SpooledImage image) {
        if (image.bytes() > limit || knows(image.sha256())) {
            return;
        }
        Path kept = directory.resolve(image.sha256());
        try {
            link(image.file(), kept);
            add(image.sha256(), image.bytes());
        } catch (IOException full) {
            LOG.log(Level.FINE, "An image could not be kept", full);
        }
    }

    private static void link(Path from, Path to) throws IOException {
        try {
            Files.createLink(to, from);
        } catch (FileAlreadyExistsException another) {
            LOG.finest("kept already");
        } catch (IOException | UnsupportedOperationException noLinks) {
            Path part = Files.createTempFile(to.getParent(), "copy", ".part");
            Files.copy(from, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, to, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private synchronized void add(String name, long bytes) {
        Long before = sizes.put(name, bytes);
        total += bytes - (before == null ? 0 : before);
        while (total > limit && !sizes.isEmpty()) {
            forget(sizes.keySet().iterator().next());
        }
    }

    private synchronized void forget(String name) {
        Long bytes = sizes.remove(name);
        total -= bytes == null ? 0 : bytes;
        try {
            Files.deleteIfExists(directory.resolve(name));
        } catch (IOException stuck) {
            LOG.log(Level.WARNING, "A kept image could not be deleted", stuck);
        }
    }
}
