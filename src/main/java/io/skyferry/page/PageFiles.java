package io.skyferry.page;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The page's files in the WAR, and the shell that loads them. Immutable after its making. */
final class PageFiles {
    private static final String SHELL = "/WEB-INF/shell.html";
    private static final int DIGEST_LENGTH = 16;
    /** By the end of the name; not the container's, which calls scripts by a name of long ago. */
    private static final Map<String, String> TYPES = Map.of(
            ".js", "text/javascript;charset=UTF-8",
            ".css", "text/css;charset=UTF-8",
            ".svg", "image/svg+xml",
            ".png", "image/png");

    private final ServletContext context;
    private final Set<String> files = new TreeSet<>();
    private final String base;
    private final byte[] shell;

    PageFiles(ServletContext context) {
        this.context = context;
        collect("/app/");
        collect("/lib/");
        this.base = "/assets/" + digest() + "/";
        this.shell = new String(read(SHELL), StandardCharsets.UTF_8)
                .replace("/assets/current/", base)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Where the files of this version are. */
    String base() {
        return base;
    }

    byte[] shell() {
        return shell;
    }

    /** @param path without what {@link #base()} puts before it */
    boolean contains(String path) {
        return files.contains(path);
    }

    private String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String file : files) {
                digest.update(file.getBytes(StandardCharsets.UTF_8));
                digest.update(read(file));
            }
            digest.update(read(SHELL));
            return HexFormat.of().formatHex(digest.digest()).substring(0, DIGEST_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void collect(String directory) {
        Set<String> entries = context.getResourcePaths(directory);
        if (entries == null) {
            return;
        }
        for (String entry : entries) {
            if (entry.endsWith("/")) {
                collect(entry);
            } else {
                files.add(entry);
            }
        }
    }

    static String type(String path) {
        return TYPES.entrySet().stream()
                .filter(type -> path.endsWith(type.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("text/plain;charset=UTF-8");
    }

    byte[] read(String path) {
        try (InputStream in = context.getResourceAsStream(path)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
