package io.skyferry.sandbox.tapis.files;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A directory or file as a ZIP archive, made while it is sent: links followed, 20 levels deep, any size. */
record ZipStream(Path start, String prefix) {
    private static final int MAX_DEPTH = 20;

    void writeTo(OutputStream out) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(new Unclosed(out))) {
            if (Files.isDirectory(start)) {
                addDirectory(zip, start, prefix.isEmpty() ? "" : prefix + "/", MAX_DEPTH);
            } else {
                add(zip, start, start.getFileName().toString());
            }
        }
    }

    private static void addDirectory(ZipOutputStream zip, Path directory, String path, int depth) throws IOException {
        List<String> names = Host.names(directory);
        names.sort(String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder()));
        for (String name : names) {
            Path file = directory.resolve(name);
            if (!Files.isDirectory(file)) {
                add(zip, file, path + name);
            } else if (depth > 0) {
                addDirectory(zip, file, path + name + "/", depth - 1);
            }
        }
    }

    private static void add(ZipOutputStream zip, Path file, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setLastModifiedTime(Files.getLastModifiedTime(file));
        zip.putNextEntry(entry);
        Files.copy(file, zip);
        zip.closeEntry();
    }

    /** The end of the archive is not the end of the answer. */
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] source, int offset, int length) throws IOException {
            out.write(source, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
