package io.skyferry.platform.crypto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;

/**
 * A 256-bit key in a file that only its owner may read: 64 hexadecimal digits and a line feed.
 *
 * @param key 32 bytes
 */
public record KeyFile(Path path, byte[] key) {

    /** Reads the key; makes a new one, mode 0600, when the file is absent. Two servers may race: one key wins. */
    public static KeyFile readOrCreate(Path path, SecureRandom random) {
        try {
            Files.createDirectories(path.getParent());
            if (Files.notExists(path)) {
                createOnce(path, random);
            }
            return read(path);
        } catch (IOException e) {
            throw new UncheckedIOException("key file " + path, e);
        }
    }

    /** Replaces whatever is there by a new key, mode 0600, in one step. */
    public static KeyFile renew(Path path, SecureRandom random) {
        try {
            Files.createDirectories(path.getParent());
            Path fresh = Files.createTempFile(path.getParent(), ".key", ".new", ownerOnly());
            Files.writeString(fresh, newKey(random));
            Files.move(
                    fresh,
                    path,
                    java.nio.file.StandardCopyOption.ATOMIC_MOVE,
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            return read(path);
        } catch (IOException e) {
            throw new UncheckedIOException("key file " + path, e);
        }
    }

    static KeyFile read(Path path) throws IOException {
        return of(path, Files.readString(path));
    }

    static KeyFile of(Path path, String text) throws IOException {
        String hex = text.strip();
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IOException("not a key of 64 hexadecimal digits");
        }
        return new KeyFile(path, HexFormat.of().parseHex(hex));
    }

    private static void createOnce(Path path, SecureRandom random) throws IOException {
        Path fresh = Files.createTempFile(path.getParent(), ".key", ".new", ownerOnly());
        try {
            Files.writeString(fresh, newKey(random), StandardOpenOption.WRITE);
            Files.createLink(path, fresh);
        } catch (FileAlreadyExistsException e) {
            // another server was first: its key is the key
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static String newKey(SecureRandom random) {
        byte[] key = new byte[32];
        random.nextBytes(key);
        return HexFormat.of().formatHex(key) + "\n";
    }

    private static FileAttribute<?> ownerOnly() {
        return PosixFilePermissions.asFileAttribute(
                EnumSet.copyOf(Set.copyOf(PosixFilePermissions.fromString("rw-------"))));
    }

    /** A short name of the key that tells nothing about it. */
    public String id() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key);
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "KeyFile[" + path + "]";
    }
}
