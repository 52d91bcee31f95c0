package io.skyferry.console;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The end of several log files, read as one log in the order of time. */
final class LogText {
    /** Of each file at most its last so many bytes are read. */
    private static final int MOST_BYTES = 2 * 1024 * 1024;
    /** The job's definition, printed in full at the start of each job and each partition: nothing that happened. */
    private static final String DEFINITION = "CWWKY004[23]I";

    private LogText() {}

    /** An entry of a log: its first line begins with the time in brackets. */
    private record Entry(String time, List<String> lines) {
        boolean isDefinition() {
            return lines.get(0).matches(".*" + DEFINITION + ".*");
        }
    }

    /** The last lines of all files together. */
    static List<String> tail(List<Path> files, int lines) {
        List<Entry> entries = new ArrayList<>();
        files.forEach(file -> entries.addAll(entries(read(file))));
        List<String> all = entries.stream()
                .filter(entry -> !entry.isDefinition())
                .sorted(Comparator.comparing(Entry::time))
                .flatMap(entry -> entry.lines().stream())
                .filter(line -> !line.isBlank())
                .toList();
        return all.subList(Math.max(0, all.size() - lines), all.size());
    }

    private static List<Entry> entries(List<String> lines) {
        List<Entry> entries = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("[") && line.indexOf(']') > 0) {
                entries.add(new Entry(line.substring(1, line.indexOf(']')), new ArrayList<>()));
            } else if (entries.isEmpty()) {
                continue;
            }
            entries.get(entries.size() - 1).lines().add(line);
        }
        return entries;
    }

    private static List<String> read(Path file) {
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            long skipped = Math.max(0, log.length() - MOST_BYTES);
            byte[] bytes = new byte[(int) (log.length() - skipped)];
            log.seek(skipped);
            log.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
