package io.skyferry.functional.kit;

import io.skyferry.transfer.testkit.Photos;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** A flight's directory on the sandbox's Tapis. Every photo is real, and different from all others. */
public final class FlightFolder {
    private static final List<Path> PHOTOS = Photos.all();
    private static final int MARKERS_BEFORE_COMMENT = 2;

    private final String system;
    private final String name;
    private final Path images;

    FlightFolder(String system, String name, Path systemDirectory) {
        this.system = system;
        this.name = name;
        this.images = systemDirectory.resolve(name).resolve("code/images");
        try {
            Files.createDirectories(images);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String system() {
        return system;
    }

    public String name() {
        return name;
    }

    public Path path(String image) {
        return images.resolve(image);
    }

    /** Adds whole photos under these names. */
    public FlightFolder with(String... names) {
        for (String image : names) {
            put(image, photo(image));
        }
        return this;
    }

    /** Adds whole photos {@code IMG_0001.JPG} and so on. */
    public FlightFolder withPhotos(int count) {
        for (int number = 1; number <= count; number++) {
            with("IMG_%04d.JPG".formatted(number));
        }
        return this;
    }

    public FlightFolder put(String image, byte[] bytes) {
        try {
            Files.write(path(image), bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void remove(String image) {
        try {
            Files.delete(path(image));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What all files have together. */
    public long totalBytes() {
        try (Stream<Path> files = Files.list(images)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** It is no flight any more, as if somebody had moved its images elsewhere. */
    public void vanish() {
        try {
            Files.move(images, images.resolveSibling("elsewhere"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SHA-256 of every file, by name. */
    public Map<String, String> hashes() {
        try (Stream<Path> files = Files.list(images)) {
            Map<String, String> hashes = new TreeMap<>();
            files.forEach(file -> hashes.put(file.getFileName().toString(), Photos.sha256(Photos.read(file))));
            return hashes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A real photo with the text as a comment inside, which makes it like no other. */
    public static byte[] photo(String comment) {
        byte[] real = Photos.read(PHOTOS.get(Math.floorMod(comment.hashCode(), PHOTOS.size())));
        byte[] text = comment.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream photo = new ByteArrayOutputStream();
        photo.write(real, 0, MARKERS_BEFORE_COMMENT);
        photo.write(0xFF);
        photo.write(0xFE);
        photo.write((text.length + 2) >> 8);
        photo.write((text.length + 2) & 0xFF);
        photo.writeBytes(text);
        photo.write(real, MARKERS_BEFORE_COMMENT, real.length - MARKERS_BEFORE_COMMENT);
        return photo.toByteArray();
    }

    /** A whole JPEG of some hundred bytes, with a comment of 40 bytes near its beginning. */
    public static byte[] tinyPhoto() {
        try {
            ByteArrayOutputStream encoded = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), "jpeg", encoded);
            byte[] image = encoded.toByteArray();
            ByteArrayOutputStream commented = new ByteArrayOutputStream();
            commented.write(image, 0, 2);
            commented.write(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 42});
            commented.write(new byte[40]);
            commented.write(image, 2, image.length - 2);
            return commented.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
