package io.skyferry.bench;

import io.skyferry.transfer.integrity.ImageNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * {@code TransferBench DIRECTORY [small]}: prints tables of the same work done by Skyferry's engine and by other tools.
 * Absolute numbers are this machine's of this moment; what may be compared is the ratio of one run.
 */
public final class TransferBench {
    private static final int MIB = 1 << 20;
    private static final int CONNECTIONS = 4;

    private final Path directory;
    private final Field field;
    private final boolean small;

    private TransferBench(Path directory, Field field, boolean small) {
        this.directory = directory;
        this.field = field;
        this.small = small;
    }

    public static void main(String[] arguments) throws Exception {
        Path directory = Files.createDirectories(Path.of(arguments[0]).toAbsolutePath());
        boolean small = arguments.length > 1 && arguments[1].equals("small");
        try (Field field = new Field(directory)) {
            TransferBench bench = new TransferBench(directory, field, small);
            bench.narrowDownloads();
            bench.allTheWay();
            bench.manySmallOnes();
            bench.cpu();
            hugeFlight();
        }
        System.exit(0);
    }

    /** Download only, 100 ms latency, 4 MB/s for each of 4 connections. */
    private void narrowDownloads() throws Exception {
        int count = small ? 12 : 60;
        Path images = field.flight("Narrow", count, 8 * MIB);
        List<String> names = Field.images(count);
        String token = field.tapisToken();
        field.pace(100, 4_000_000);
        title("Download only: " + count + " x 8 MiB, 100 ms latency, 4 MB/s per connection, 4 connections");
        Map<String, String> rivals = Rivals.downloads("Narrow", names, token, directory, CONNECTIONS);
        try (Engine engine = new Engine(directory, "Narrow", CONNECTIONS, token)) {
            report(engine.download(images, names), rivals, (long) count * 8 * MIB);
        }
        field.pace(0, 0);
    }

    /** Tapis to WebODM, unlimited. */
    private void allTheWay() throws Exception {
        int count = small ? 16 : 100;
        Path images = field.flight("Way", count, 8 * MIB);
        List<String> names = Field.images(count);
        String token = field.tapisToken();
        String webOdm = field.webOdmToken();
        field.pace(50, 20_000_000);
        title("Tapis to WebODM: " + count + " x 8 MiB, 50 ms latency and 20 MB/s per connection at Tapis");
        Map<String, String> rivals =
                Rivals.thenUpload("Way", names, token, directory, CONNECTIONS, field.task(webOdm), webOdm);
        try (Engine engine = new Engine(directory, "Way", CONNECTIONS, token)) {
            report(engine.deliver(images, names, field.task(webOdm), webOdm), rivals, (long) count * 8 * MIB);
        }
        field.pace(0, 0);
    }

    private void manySmallOnes() throws Exception {
        int count = small ? 1_000 : 10_000;
        Path images = field.flight("Many", count, 50_000);
        List<String> names = Field.images(count);
        String token = field.tapisToken();
        String webOdm = field.webOdmToken();
        field.pace(0, 0);
        title("Tapis to WebODM: " + count + " x 50 KB, no latency");
        Map<String, String> rivals =
                Rivals.thenUpload("Many", names, token, directory, CONNECTIONS, field.task(webOdm), webOdm);
        try (Engine engine = new Engine(directory, "Many", CONNECTIONS, token)) {
            report(engine.deliver(images, names, field.task(webOdm), webOdm), rivals, count * 50_000L);
        }
    }

    /** Processor time for each gigabyte fetched, hashed and inspected; curl only writes. */
    private void cpu() throws Exception {
        int count = small ? 32 : 128;
        Path images = field.flight("Cpu", count, 8 * MIB);
        List<String> names = Field.images(count);
        String token = field.tapisToken();
        title("Processor time: " + count + " x 8 MiB, no limits, 4 connections");
        Map<String, String> rivals = Rivals.curl("Cpu", names, token, directory, CONNECTIONS);
        try (Engine engine = new Engine(directory, "Cpu", CONNECTIONS, token)) {
            engine.download(images, names.subList(0, count / 4));
            report(engine.download(images, names), rivals, (long) count * 8 * MIB);
        }
    }

    private void report(Tool.Run ours, Map<String, String> rivals, long bytes) throws Exception {
        System.out.println("| tool | seconds | MB/s | CPU s per GB | time, Skyferry = 1 |");
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
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** What a plan of a huge flight keeps in memory at one time: its listing and the names in the task. */
    private static void hugeFlight() {
        int count = 100_000;
        long before = heap();
        List<io.skyferry.tapis.TapisFile> listing = new ArrayList<>(IntStream.range(0, count)
                .mapToObj(number -> new io.skyferry.tapis.TapisFile(
                        "DJI_%06d.JPG".formatted(number), "file", 8_000_000 + number, "2026-01-01T00:00:" + number))
                .toList());
        Map<String, String> names = ImageNames.assign(
                listing.stream().map(io.skyferry.tapis.TapisFile::name).toList(), Map.of());
        long used = heap() - before;
        title("Heap of the plan of " + count + " images");
        System.out.printf(Locale.ROOT, "%.1f MB for %d rows and %d names%n", used / 1e6, listing.size(), names.size());
    }

    private static long heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static void title(String text) {
        System.out.println();
        System.out.println("### " + text);
    }
}
