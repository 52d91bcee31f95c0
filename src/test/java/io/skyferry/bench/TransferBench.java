package io.skyferry.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

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
        }
        System.exit(0);
    }

    /** Download only, 100 ms latency, 4 MB/s for each of 4 connections. */
    private void narrowDownloads() throws Exception {
        int count = small ? 12 : 60;
        Path images = field.flight("Narrow", count, 8 * MIB);
        String token = field.tapisToken();
        field.pace(100, 4_000_000);
        Table.title("Download only: " + count + " x 8 MiB, 100 ms latency, 4 MB/s per connection, 4 connections");
        try (Engine engine = new Engine(directory, "Narrow", CONNECTIONS, token)) {
            Tool.Run ours = engine.download(images, Field.images(count));
            Table.compare(directory, ours, rivals("Narrow", count, token).downloads(), (long) count * 8 * MIB);
        }
        field.pace(0, 0);
    }

    private Rivals rivals(String flight, int count, String token) {
        return new Rivals(Field.content(flight, "").toString(), Field.images(count), token, directory, CONNECTIONS);
    }

    /** Both ends equally slow. */
    private void allTheWay() throws Exception {
        int count = small ? 16 : 60;
        String title = " x 8 MiB, 50 ms latency and 4 MB/s per connection at both ends";
        field.pace(50, 4_000_000);
        field.paceOfWebOdm(50, 4_000_000);
        deliver("Way", count, 8 * MIB, title);
        field.pace(0, 0);
        field.paceOfWebOdm(0, 0);
    }

    private void manySmallOnes() throws Exception {
        deliver("Many", small ? 1_000 : 10_000, 50_000, " x 50 KB, no latency");
    }

    private void deliver(String flight, int count, int size, String title) throws Exception {
        Path images = field.flight(flight, count, size);
        String token = field.tapisToken();
        String webOdm = field.webOdmToken();
        Table.title("Tapis to WebODM: " + count + title);
        try (Engine engine = new Engine(directory, flight, CONNECTIONS, token)) {
            Tool.Run ours = engine.deliver(images, Field.images(count), field.task(webOdm), webOdm);
            Map<String, String> rivals =
                    rivals(flight, count, token).thenUpload(Field.uploads(field.task(webOdm)), webOdm);
            Table.compare(directory, ours, rivals, (long) count * size);
        }
    }

    /** Processor time for each gigabyte fetched, hashed and inspected; curl only writes. */
    private void cpu() throws Exception {
        int count = small ? 32 : 128;
        Path images = field.flight("Cpu", count, 8 * MIB);
        List<String> names = Field.images(count);
        String token = field.tapisToken();
        Table.title("Processor time: " + count + " x 8 MiB, no limits, 4 connections");
        try (Engine engine = new Engine(directory, "Cpu", CONNECTIONS, token)) {
            engine.download(images, names.subList(0, count / 4));
            Tool.Run ours = engine.download(images, names);
            Table.compare(directory, ours, rivals("Cpu", count, token).curl(), (long) count * 8 * MIB);
        }
    }
}
