package io.skyferry.transfer.download;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.pace.Lanes;
import io.skyferry.platform.pace.StopSignal;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The directory of this server in which images lie between Tapis and WebODM. Files are {@code <id>-<nonce>.part},
 * readable by us alone, and always newly made: an entry that is already there, a planted link too, is never opened. Not
 * shared between servers. Thread-safe.
 */
public final class Spool {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,100}");
    private static final String SUFFIX = ".part";
    private static final Set<StandardOpenOption> NEW_FILE =
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    /** Opens files; replaced where a test needs a full disk. */
    @FunctionalInterface
    interface Opening {
        WritableByteChannel open(Path path, Set<StandardOpenOption> options, FileAttribute<?>... attributes)
                throws IOException;
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition freed = lock.newCondition();
    private final Lanes waiting = new Lanes();
    private final Set<Path> open = ConcurrentHashMap.newKeySet();
    private final Path directory;
    private final Supplier<String> nonces;
    private final Opening opening;
    private final long freeBytes;
    private long budget;
    private long reserved;

    /**
     * @param directory made when it is not there; must not be a symbolic link
     * @param freeBytes how much has to stay free on its disk
     * @param nonces makes file names unpredictable; letters and digits
     * @throws Failure INTERNAL_ERROR or NO_SPACE when the directory can't be used
     */
    public Spool(Path directory, long budgetBytes, long freeBytes, Supplier<String> nonces) {
        this(directory, budgetBytes, freeBytes, nonces, FileChannel::open);
    }

    /** Takes the disk to its last byte. */
    public Spool(Path directory, long budgetBytes, Supplier<String> nonces) {
        this(directory, budgetBytes, 0, nonces);
    }

    Spool(Path directory, long budgetBytes, long freeBytes, Supplier<String> nonces, Opening opening) {
        this.opening = opening;
        this.freeBytes = freeBytes;
        this.directory = directory;
        this.budget = budgetBytes;
        this.nonces = nonces;
        try {
            if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectories(directory.toAbsolutePath().getParent());
                Files.createDirectory(directory, onlyOurs("rwx------"));
            }
        } catch (IOException unusable) {
            throw SpoolFile.failureOf(unusable);
        }
    }

    /** Removes what killed runs of this server left behind, and returns how many files that were. */
    public int removeStrays() {
        int removed = 0;
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, "*" + SUFFIX)) {
            for (Path entry : entries) {
                if (!open.contains(entry) && !Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                    removed += Files.deleteIfExists(entry) ? 1 : 0;
                }
            }
        } catch (IOException unusable) {
            throw SpoolFile.failureOf(unusable);
        }
        return removed;
    }

    /**
     * Waits until the budget has room; runs, each known by its signal, take turns. An image larger than the whole budget
     * waits until it is alone.
     *
     * @throws Failure STOPPED while waiting; NO_SPACE when less would stay free on the disk
     *     than has to
     */
    public SpoolSpace reserve(long bytes, StopSignal stop) {
        checkDisk(bytes);
        Object ticket = new Object();
        StopSignal.Registration wake = stop.onStop(this::wakeAll);
        lock.lock();
        try {
            waiting.add(stop, ticket);
            awaitRoom(bytes, ticket, stop);
            waiting.served(stop, ticket);
            reserved += bytes;
            return new SpoolSpace(this, bytes);
        } catch (InterruptedException interrupt) {
            throw StopSignal.interrupted(interrupt);
        } finally {
            waiting.remove(stop, ticket);
            freed.signalAll();
            lock.unlock();
            wake.close();
        }
    }

    private void checkDisk(long bytes) {
        if (freeBytes == 0) {
            return;
        }
        long usable = directory.toFile().getUsableSpace();
        if (usable - bytes < freeBytes) {
            throw new Failure(
                    ErrorCode.NO_SPACE,
                    "the spool directory's disk has " + (usable >> 20) + " MiB left, and " + (freeBytes >> 20)
                            + " MiB have to stay free (SKYFERRY_FREE_MIB)");
        }
    }

    private void awaitRoom(long bytes, Object ticket, StopSignal stop) throws InterruptedException {
        stop.throwIfStopped();
        while (waiting.peek() != ticket || (reserved > 0 && reserved + bytes > budget)) {
            freed.await();
            stop.throwIfStopped();
        }
    }

    /** Changes the budget at once. */
    public void setBudget(long bytes) {
        locked(() -> budget = bytes);
    }

    /** How many bytes are reserved now. */
    public long reserved() {
        lock.lock();
        try {
            return reserved;
        } finally {
            lock.unlock();
        }
    }

    void giveBack(long bytes) {
        locked(() -> reserved -= bytes);
    }

    SpoolFile create(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("not fit for a file name: an id of " + id.length() + " characters");
        }
        Path path = directory.resolve(id + "-" + nonces.get() + SUFFIX);
        open.add(path);
        try {
            WritableByteChannel channel = opening.open(path, NEW_FILE, onlyOurs("rw-------"));
            return new SpoolFile(path, channel, () -> open.remove(path));
        } catch (IOException unusable) {
            open.remove(path);
            throw SpoolFile.failureOf(unusable);
        }
    }

    private FileAttribute<?>[] onlyOurs(String permissions) {
        if (!directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        };
    }

    private void wakeAll() {
        locked(() -> {});
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
            freed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
