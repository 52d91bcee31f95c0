package io.skyferry.page;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;

/** The page's files in the WAR, and the shell that loads them. Immutable after its making. */
final class PageFiles {
    private static final String SHELL = "/WEB-INF/shell.html";
    private static final int DIGEST_LENGTH = 16;

    private final ServletContext context;
    private final String base;
    private final byte[] shell;

    PageFiles(ServletContext context) {
        this.context = context;
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
        try {
            return (path.startsWith("/app/") || path.startsWith("/lib/"))
                    && !path.endsWith("/")
                    && context.getResource(path) != null
                    && context.getResourcePaths(path) == null;
        } catch (MalformedURLException e) {
            return false;
        }
    }

    private String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Set<String> files = new TreeSet<>();
            collect("/app/", files);
            collect("/lib/", files);
            files.add(SHELL);
            for (String file : files) {
                digest.update(file.getBytes(StandardCharsets.UTF_8));
                digest.update(read(file));
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, DIGEST_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void collect(String directory, Set<String> files) {
        Set<String> entries = context.getResourcePaths(directory);
        if (entries == null) {
            return;
        }
        for (String entry : entries) {
            if (entry.endsWith("/")) {
                collect(entry, files);
            } else {
                files.add(entry);
            }
        }
    }

    private byte[] read(String path) {
        try (InputStream in = context.getResourceAsStream(path)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
