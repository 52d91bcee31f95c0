package io.skyferry.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;

/** Prints what was measured: ours, then every rival, which is run for it. */
final class Table {
    private Table() {}

    static void title(String text) {
        System.out.println();
        System.out.println("### " + text);
    }

    static void compare(Path directory, Tool.Run ours, Map<String, String> rivals, long bytes) throws Exception {
        System.out.println("| tool | seconds | MB/s | CPU s per GB | its time, Skyferry's = 1 |");
        System.out.println("|---|---|---|---|---|");
        row("skyferry", ours, ours, bytes);
        for (Map.Entry<String, String> rival : rivals.entrySet()) {
            Path work = Files.createTempDirectory(directory, "rival");
            row(rival.getKey(), Tool.run(work, rival.getValue()), ours, bytes);
            delete(work);
        }
    }

    private static void row(String name, Tool.Run run, Tool.Run ours, long bytes) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %.2f | %.2f |%n",
                name,
                run.seconds(),
                bytes / 1e6 / run.seconds(),
                run.cpuSeconds() / (bytes / 1e9),
                run.seconds() / ours.seconds());
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
