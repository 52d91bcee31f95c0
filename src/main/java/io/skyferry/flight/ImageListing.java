package io.skyferry.flight;

import io.skyferry.tapis.RequestCount;
import io.skyferry.tapis.Tapis;
import io.skyferry.tapis.TapisFile;
import io.skyferry.tapis.TapisSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * The images of one flight directory, ordered by name; each name once.
 *
 * @param images regular files only
 */
public record ImageListing(List<TapisFile> images) {
    private static final int LONGEST_NAME = 1000;
    private static final int SHOWN = 200;

    /** Reads every page. A file that appears on two pages because the directory changed meanwhile counts once. */
    public static ImageListing read(
            Tapis tapis, TapisSession session, String systemId, String imagesPath, RequestCount count) {
        List<TapisFile> entries = tapis.listDirectory(session, systemId, imagesPath, FlightRule.IMAGE_PATTERN, count);
        var byName = new java.util.TreeMap<String, TapisFile>();
        entries.stream()
                .filter(FlightRule::isImage)
                .map(ImageListing::storable)
                .forEach(file -> byName.put(file.name(), file));
        return new ImageListing(byName.values().stream()
                .sorted(Comparator.comparing(TapisFile::name))
                .toList());
    }

    /**
     * No file system has names that long or with NUL, and no database of ours takes them. Such a file is kept in sight
     * under a stand-in whose backslashes make sure that it is refused and never fetched.
     */
    static TapisFile storable(TapisFile file) {
        String name = file.name();
        if (name.length() <= LONGEST_NAME && name.indexOf('\0') < 0) {
            return file;
        }
        String hash = HexFormat.of().formatHex(sha256().digest(name.getBytes(StandardCharsets.UTF_8)), 0, 8);
        String begin = name.substring(0, Math.min(name.length(), SHOWN)).replace('\0', '?');
        return new TapisFile("\\" + hash + "\\" + begin, file.type(), file.size(), file.lastModified());
    }

    public long totalBytes() {
        return images.stream().mapToLong(TapisFile::size).sum();
    }

    /** SHA-256 over names, sizes and times, as 64 hexadecimal digits. */
    public String fingerprint() {
        MessageDigest digest = sha256();
        for (TapisFile image : images) {
            String line = image.name() + "\0" + image.size() + "\0" + image.lastModified() + "\n";
            digest.update(line.getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
