package io.skyferry.console;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The end of several log files, read as one log in the order of time. */
final class LogText {
    /** Of each file at most its last so many bytes are read. */
    private static final int MOST_BYTES = 2 * 1024 * 1024;
    /** The job's definition, printed in full at the start of each job and each partition: nothing that happened. */
    private static final String DEFINITION = "CWWKY004[23]I";

    private static final String RULE = "=+";
    /** Who writes nearly every line: the batch container. */
    private static final String CONTAINER = "com.ibm.ws.batch.JobLogger";

    private LogText() {}

    /** As Liberty writes times in English; with any other language the files follow one another. */
    private static final Pattern TIME = Pattern.compile("\\[(\\d+/\\d+/\\d+, \\d+:\\d+:\\d+:\\d+ [^]]+)] *(.*)");

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("M/d/yy, H:mm:ss:SSS z", Locale.ENGLISH);

    private static final DateTimeFormatter SHOWN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

    /** An entry of a log: its first line begins with the time in brackets. */
    private record Entry(Instant time, List<String> lines) {
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
                .filter(line -> !line.isBlank() && !line.matches(RULE))
                .toList();
        return all.subList(Math.max(0, all.size() - lines), all.size());
    }

    private static List<Entry> entries(List<String> lines) {
        List<Entry> entries = new ArrayList<>();
        Instant time = Instant.EPOCH;
        for (String line : lines) {
            Optional<ZonedDateTime> stamp = stamp(line);
            if (stamp.isPresent() || line.startsWith("[")) {
                time = stamp.map(ZonedDateTime::toInstant).orElse(time);
                entries.add(new Entry(time, new ArrayList<>()));
            }
            if (!entries.isEmpty()) {
                entries.get(entries.size() - 1)
                        .lines()
                        .add(stamp.map(at -> shown(at, line)).orElse(line));
            }
        }
        return entries;
    }

    private static Optional<ZonedDateTime> stamp(String line) {
        Matcher matcher = TIME.matcher(line);
        try {
            return matcher.matches() ? Optional.of(ZonedDateTime.parse(matcher.group(1), FORMAT)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String shown(ZonedDateTime at, String line) {
        Matcher matcher = TIME.matcher(line);
        String text = matcher.matches() ? matcher.group(2) : line;
        return SHOWN.format(at.toInstant()) + " "
                + text.replace(CONTAINER, "").replaceAll(" {2,}", "  ").strip();
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
