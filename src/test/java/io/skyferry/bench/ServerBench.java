package io.skyferry.bench;

import io.skyferry.functional.kit.FlightFolder;
import io.skyferry.functional.kit.Scene;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * {@code ServerBench DIRECTORY IMAGES HUGE}: the whole server, with its ledger on PostgreSQL, against other tools, and
 * a huge flight against a small one. The sandbox is in this process, the server in one of its own.
 */
public final class ServerBench {
    private static final int CONNECTIONS = 4;
    private static final int SMALL = 1_000;
    /** For a profiler, perhaps. */
    private static final String MORE_ARGUMENTS = System.getProperty("skyferry.bench.jvm-args", "");

    private final Path directory;
    private final Path collections;
    private final Scene scene;

    private ServerBench(Path directory) throws IOException {
        this.directory = directory;
        this.collections = Files.createTempFile(directory, "server", ".gc");
        System.setProperty("skyferry.it.database", "postgres");
        System.setProperty("skyferry.it.jvm-args", "-Xlog:gc:file=" + collections + " " + MORE_ARGUMENTS);
        this.scene = Scene.signedIn();
    }

    public static void main(String[] arguments) throws Exception {
        ServerBench bench =
                new ServerBench(Files.createDirectories(Path.of(arguments[0]).toAbsolutePath()));
        bench.manySmallOnes(Integer.parseInt(arguments[1]));
        bench.hugeFlight(Integer.parseInt(arguments[2]));
        System.exit(0);
    }

    /** The server is warm: it has moved a flight before. */
    private void manySmallOnes(int count) throws Exception {
        byte[] photo = Field.photo(50_000);
        sync(flight("Warm", SMALL, photo));
        FlightFolder flight = flight("Many", count, photo);
        long before = commits();
        Tool.Run ours = sync(flight);
        Table.title("The server with PostgreSQL, Tapis to WebODM: " + count + " x 50 KB, no latency, warm");
        Rivals rivals = new Rivals(
                scene.deployment().tapis().baseUrl() + "/v3/files/content/" + scene.system() + "/" + flight.name()
                        + "/code/images/",
                IntStream.range(0, count).mapToObj(Field::image).toList(),
                scene.deployment().tapis().accessToken(scene.username(), java.time.Duration.ofHours(2)),
                directory,
                CONNECTIONS);
        Table.compare(directory, ours, rivals.downloads(), (long) count * photo.length);
        System.out.printf(
                Locale.ROOT,
                "%nSkyferry: %.2f ms and %.2f ms of processor time for each image, %.2f transactions of PostgreSQL.%n",
                ours.seconds() * 1000 / count,
                ours.cpuSeconds() * 1000 / count,
                (commits() - before) / (double) count);
    }

    private void hugeFlight(int count) throws Exception {
        byte[] tiny = FlightFolder.tinyPhoto();
        FlightFolder small = flight("Small", SMALL, tiny);
        FlightFolder huge = flight("Huge", count, tiny);
        Table.title("A flight of " + count + " images of " + tiny.length + " bytes against one of " + SMALL);
        System.out.println(
                "| images | seconds | ms per image | CPU ms per image | heap in use after a collection, at most |");
        System.out.println("|---|---|---|---|---|");
        for (FlightFolder flight : List.of(small, huge)) {
            int images = flight == small ? SMALL : count;
            HeapPeak heap = HeapPeak.watch(scene.deployment().server().java(), collections);
            Tool.Run run = sync(flight);
            System.out.printf(
                    Locale.ROOT,
                    "| %d | %.1f | %.2f | %.2f | %d MB |%n",
                    images,
                    run.seconds(),
                    run.seconds() * 1000 / images,
                    run.cpuSeconds() * 1000 / images,
                    heap.end());
        }
    }

    private FlightFolder flight(String name, int count, byte[] photo) {
        FlightFolder flight = scene.flight(name);
        for (int number = 0; number < count; number++) {
            photo[24] = (byte) number;
            photo[25] = (byte) (number >> 8);
            photo[26] = (byte) (number >> 16);
            flight.put(Field.image(number), photo);
        }
        return flight;
    }

    private Tool.Run sync(FlightFolder flight) throws InterruptedException {
        long project = scene.create(flight);
        ProcessHandle server = scene.deployment().server().java();
        long cpu = cpuNanos(server);
        long began = System.nanoTime();
        long job = scene.startSync(project);
        String status;
        do {
            Thread.sleep(500);
            status = scene.job(job).getString("status");
        } while (List.of("STARTING", "STARTED").contains(status));
        double seconds = (System.nanoTime() - began) / 1e9;
        if (!status.equals("COMPLETED")) {
            throw new IllegalStateException("the sync of " + flight.name() + " ended " + scene.job(job));
        }
        return new Tool.Run(seconds, (cpuNanos(server) - cpu) / 1e9);
    }

    private static long cpuNanos(ProcessHandle process) {
        return process.info().totalCpuDuration().orElseThrow().toNanos();
    }

    /** Of all databases; the server is the only one who works with them. */
    private long commits() throws SQLException {
        try (Connection connection = scene.deployment().database();
                Statement statement = connection.createStatement();
                ResultSet sum = statement.executeQuery("select sum(xact_commit) from pg_stat_database")) {
            sum.next();
            return sum.getLong(1);
        }
    }
}
