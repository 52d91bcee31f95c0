package io.skyferry.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A flight as it lies in a sandbox's world on disk. */
record SourceFlight(Path images) {

    /** All flights of all project systems. */
    static List<SourceFlight> listIn(Path systems) throws IOException {
        try (Stream<Path> all = Files.find(systems, 4, (path, attributes) -> path.endsWith("code/images"))) {
            return all.filter(path -> system(path).startsWith("ptdatax.project."))
                    .sorted()
                    .map(SourceFlight::new)
                    .toList();
        }
    }

    private static String system(Path images) {
        return images.getParent().getParent().getParent().getFileName().toString();
    }

    String name() {
        return images.getParent().getParent().getFileName().toString();
    }

    /** Name to SHA-256 of each image. */
    Map<String, String> hashes() throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.list(images)) {
            for (Path file : files.filter(SourceFlight::isImage).toList()) {
                hashes.put(file.getFileName().toString(), sha256(Files.readAllBytes(file)));
            }
        }
        return hashes;
    }

    private static boolean isImage(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".jpg") || name.endsWith(".jpeg");
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
