package io.skyferry.transfer.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Real aerial photos, made small. */
public final class Photos {
    private static final Path SYSTEMS = Path.of("src", "sandbox", "world", "systems");

    private Photos() {}

    public static List<Path> all() {
        try (Stream<Path> files = Files.walk(SYSTEMS)) {
            return files.filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".jpg"))
                    .sorted()
                    .toList();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    public static byte[] read(Path photo) {
        try {
            return Files.readAllBytes(photo);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** The smallest of them. */
    public static byte[] small() {
        return read(SYSTEMS.resolve("ptdatax.project.PTDATAX-291/Seneca/code/images/IMG_0467.jpg"));
    }

    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
