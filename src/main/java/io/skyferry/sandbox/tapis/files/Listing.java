package io.skyferry.sandbox.tapis.files;

import io.skyferry.sandbox.tapis.world.ExtraEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** One listing request: rows by name, case ignored; pattern first, then offset and limit, for each directory anew. */
record Listing(Host host, Predicate<String> pattern, long offset, int limit) {
    private static final int MAX_DEPTH = 20;
    private static final Instant EXTRA_MODIFIED = Instant.parse("2026-02-03T04:05:06Z");

    List<FileRow> list(HostPath path, Path file, boolean recurse) throws IOException {
        if (!Files.isDirectory(file)) {
            return List.of(FileRow.of(path, file));
        }
        List<FileRow> rows = new ArrayList<>();
        addDirectory(path, file, recurse ? MAX_DEPTH : 0, rows);
        return rows;
    }

    private void addDirectory(HostPath path, Path directory, int depth, List<FileRow> rows) throws IOException {
        List<FileRow> page = page(path, directory);
        rows.addAll(page);
        for (FileRow row : page) {
            if (depth > 0 && row.isDirectory()) {
                addDirectory(row.path(), directory.resolve(row.name()), depth - 1, rows);
            }
        }
    }

    private List<FileRow> page(HostPath path, Path directory) throws IOException {
        Map<String, ExtraEntry> extra = host.system().extraEntries().getOrDefault(path.text(), List.of()).stream()
                .collect(Collectors.toMap(ExtraEntry::name, entry -> entry));
        List<String> names = Host.names(directory);
        names.addAll(extra.keySet());
        List<String> page = names.stream()
                .filter(pattern)
                .sorted(String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder()))
                .skip(offset)
                .limit(limit)
                .toList();
        List<FileRow> rows = new ArrayList<>(page.size());
        for (String name : page) {
            row(path.child(name), name, directory, extra).ifPresent(rows::add);
        }
        return rows;
    }

    private static Optional<FileRow> row(HostPath path, String name, Path directory, Map<String, ExtraEntry> extra)
            throws IOException {
        ExtraEntry entry = extra.get(name);
        if (entry != null) {
            return Optional.of(new FileRow(path, name, entry.type(), entry.size(), EXTRA_MODIFIED));
        }
        try {
            return Optional.of(FileRow.of(path, directory.resolve(name), LinkOption.NOFOLLOW_LINKS));
        } catch (NoSuchFileException removedMeanwhile) {
            return Optional.empty();
        }
    }
}
