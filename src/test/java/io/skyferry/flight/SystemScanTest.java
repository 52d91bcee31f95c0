package io.skyferry.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.pace.StopSignal;
import io.skyferry.sandbox.http.Fault;
import io.skyferry.sandbox.http.FaultEffect;
import io.skyferry.sandbox.http.LoggedRequest;
import io.skyferry.tapis.kit.GivenTokens;
import io.skyferry.tapis.kit.TapisWorld;
import io.skyferry.transfer.testkit.Failures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemScanTest {
    private static final String A = "ptdatax.project.A";
    private static final String B = "ptdatax.project.B";

    @TempDir
    Path directory;

    private final ExecutorService threads = Executors.newFixedThreadPool(8);
    private TapisWorld world;

    @BeforeEach
    void prepare() {
        world = new TapisWorld(directory).system(A);
    }

    @AfterEach
    void stop() {
        threads.shutdown();
        world.close();
    }

    private ScanResult scan(String... systems) throws IOException {
        return scan(threads, systems);
    }

    private ScanResult scan(Executor executor, String... systems) throws IOException {
        world.start();
        return new SystemScan(world.gateway(), world.session(), executor, world.count())
                .scan(List.of(systems), List.of());
    }

    private List<String> listings() {
        return world.sandbox().requests().list().stream()
                .map(LoggedRequest::path)
                .toList();
    }

    @Test
    void findsFlightsWithTheirImagesAndBytes() throws IOException {
        world.file(A, "Flight 1/code/images/a.JPG").file(A, "Flight 1/code/images/b.jpeg");
        world.system(B).file(B, "F/code/images/x.jpg");

        ScanResult result = scan(B, A);

        assertThat(result.flights())
                .extracting(
                        FoundFlight::systemId,
                        FoundFlight::flightName,
                        FoundFlight::imagesPath,
                        FoundFlight::imageCount)
                .containsExactly(tuple(A, "Flight 1", "Flight 1/code/images", 2), tuple(B, "F", "F/code/images", 1));
        assertThat(result.flights().get(0).totalBytes())
                .isEqualTo("Flight 1/code/images/a.JPG".length() + "Flight 1/code/images/b.jpeg".length());
        assertThat(result.systemsScanned()).isEqualTo(2);
        assertThat(result.problems()).isEmpty();
    }

    @Test
    void countsNothingElseAsAFlight() throws IOException {
        world.file(A, "at-root.jpg")
                .file(A, "no-code/images/a.jpg")
                .directory(A, "code-only/code")
                .directory(A, "empty/code/images")
                .file(A, "no-jpeg/code/images/a.png")
                .file(A, "in-code/code/a.jpg")
                .file(A, "deeper/x/code/images/a.jpg")
                .file(A, "below/code/images/sub/a.jpg")
                .file(A, "images-is-a-file/code/images")
                .file(A, "real/code/images/a.jpg")
                .file(A, "real/code/images/sub/b.jpg")
                .directory(A, "real/code/images/directory.jpg")
                .directory(A, "linked-images/code/images");
        Files.createSymbolicLink(world.root(A).resolve("link"), world.root(A).resolve("real"));
        Files.createSymbolicLink(
                world.root(A).resolve("linked-images/code/images/a.jpg"),
                world.root(A).resolve("real/code/images/a.jpg"));

        ScanResult result = scan(A);

        assertThat(result.flights()).singleElement().satisfies(flight -> {
            assertThat(flight.flightName()).isEqualTo("real");
            assertThat(flight.imageCount()).isEqualTo(1);
        });
        assertThat(result.problems()).isEmpty();
    }

    @Test
    void followsNoNameThatLeadsElsewhere() throws IOException {
        world = new TapisWorld(directory).system(A, """
                        , "extraEntries": {"": [{"name": "../x", "type": "dir"}, {"name": "..", "type": "dir"},
                                                {"name": "a/b", "type": "dir"}]}""").file(A, "good/code/images/a.jpg");

        assertThat(scan(A).flights()).extracting(FoundFlight::flightName).containsExactly("good");
        assertThat(listings()).hasSize(2).allMatch(path -> path.endsWith("/" + A + "/") || path.contains("/good/"));
    }

    @Test
    void asksOnceForTheRootAndOnceForEachDirectoryInIt() throws IOException {
        IntStream.range(0, 7).forEach(i -> world.file(A, "F" + i + "/code/images/a.jpg"));
        IntStream.range(0, 3).forEach(i -> world.directory(A, "other" + i));
        world.file(A, "readme.txt");

        ScanResult result = scan(A);

        assertThat(result.flights()).hasSize(7);
        assertThat(result.requests()).isEqualTo(1 + 7 + 3);
        assertThat(listings()).hasSize(11);
        assertThat(world.sandbox().requests().maxOpen()).isLessThanOrEqualTo(TapisWorld.CONCURRENCY);
    }

    @Test
    void asksForFurtherPagesOnlyWhereThereAreAny() throws IOException {
        IntStream.range(0, 1001).forEach(i -> world.directory(A, "D%04d".formatted(i)));
        IntStream.range(0, 1001).forEach(i -> world.file(A, "D0000/code/images/%04d.jpg".formatted(i)));
        IntStream.range(0, 1001).forEach(i -> world.file(A, "D0001/code/images/%04d.txt".formatted(i)));
        world.file(A, "D0001/code/images/a.jpg");

        ScanResult result = scan(A);

        assertThat(result.flights()).extracting(FoundFlight::imageCount).containsExactly(1001, 1);
        assertThat(result.requests()).isEqualTo(2 + 1001 + 1);
    }

    @Test
    void isStoppedByNoSystemThatFails() throws IOException {
        world.system("ptdatax.project.denied", ", \"fileReaders\": []")
                .system("ptdatax.project.keyless", ", \"hostCredentialMissing\": true")
                .system(B)
                .file(B, "F/code/images/a.jpg");

        ScanResult result = scan("ptdatax.project.denied", "ptdatax.project.keyless", "ptdatax.project.unknown", B);

        assertThat(result.flights()).extracting(FoundFlight::systemId).containsExactly(B);
        assertThat(result.systemsScanned()).isEqualTo(1);
        assertThat(result.problems())
                .extracting(ScanProblem::systemId, ScanProblem::code)
                .containsExactly(
                        tuple("ptdatax.project.denied", "TAPIS_FORBIDDEN"),
                        tuple("ptdatax.project.keyless", "TAPIS_HOST_CREDENTIAL"),
                        tuple("ptdatax.project.unknown", "SYSTEM_NOT_ACCESSIBLE"));
        assertThat(result.errorLines()).allMatch(line -> line.startsWith("System not accessible: ptdatax.project."));
    }

    @Test
    void isStoppedByNoDirectoryThatIsForbidden() throws IOException {
        world = new TapisWorld(directory)
                .system(A, ", \"deniedPaths\": [\"closed\"]")
                .file(A, "closed/code/images/a.jpg")
                .file(A, "open/code/images/a.jpg");

        ScanResult result = scan(A);

        assertThat(result.flights()).extracting(FoundFlight::flightName).containsExactly("open");
        assertThat(result.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.flightName()).isEqualTo("closed");
            assertThat(problem.code()).isEqualTo("TAPIS_FORBIDDEN");
            assertThat(problem.line()).startsWith("Tapis permission denied: " + A + "/closed (TAPIS_FORBIDDEN): ");
        });
    }

    @Test
    void reportsADirectoryThatTapisFailsToList() throws IOException {
        world.file(A, "bad/code/images/a.jpg").file(A, "good/code/images/a.jpg").start();
        world.sandbox()
                .faults()
                .add(Fault.on("GET", "/bad/", new FaultEffect.Status(500, "text/plain", "FILES_OPSC_ERR", Map.of())));

        ScanResult result =
                new SystemScan(world.gateway(), world.session(), threads, world.count()).scan(List.of(A), List.of());

        assertThat(result.flights()).extracting(FoundFlight::flightName).containsExactly("good");
        assertThat(result.problems()).extracting(ScanProblem::code).containsExactly("TAPIS_ERROR");
        assertThat(result.requests()).isEqualTo(1 + 1 + TapisWorld.ATTEMPTS);
    }

    @Test
    void endsWhenTheTokenIsRefused() throws IOException {
        world.file(A, "F/code/images/a.jpg").start();
        String expired = world.sandbox().accessToken("ada", Duration.ofSeconds(-60));
        GivenTokens session = new GivenTokens(world.sandbox().baseUrl(), "ada", expired);

        assertThat(Failures.of(() -> new SystemScan(world.gateway(), session, threads, world.count())
                                .scan(List.of(A), List.of()))
                        .code())
                .isEqualTo(ErrorCode.TOKEN_EXPIRED);
    }

    @Test
    void tellsHowFarItIsAndKeepsEachSystemAsSoonAsItIsDone() throws IOException {
        world.file(A, "F/code/images/a.jpg").file(A, "F/code/images/b.jpg").file(A, "bad/code/images/a.jpg");
        world.system(B).file(B, "G/code/images/a.jpg").start();
        world.sandbox()
                .faults()
                .add(Fault.on("GET", "/bad/", new FaultEffect.Status(500, "text/plain", "FILES_OPSC_ERR", Map.of())));
        List<ScanProgress> told = new ArrayList<>();
        List<ScannedSystem> kept = new CopyOnWriteArrayList<>();

        new SystemScan(world.gateway(), world.session(), threads, world.count(), kept::add)
                .followedBy(told::add)
                .scan(List.of(A, B, "ptdatax.project.unknown"), List.of());

        assertThat(told.get(0)).isEqualTo(new ScanProgress(3, 0, 0, 0, 0));
        assertThat(told.get(told.size() - 1)).isEqualTo(new ScanProgress(3, 3, 2, 3, 2));
        assertThat(told).extracting(ScanProgress::systemsDone).isSorted();
        assertThat(kept)
                .extracting(ScannedSystem::systemId, system -> system.flights().size(), ScannedSystem::unreadable)
                .containsExactlyInAnyOrder(tuple(A, 1, Set.of("bad")), tuple(B, 1, Set.of()));
    }

    @Test
    void endsWithoutFurtherRequestsWhenNobodyWantsItAnyMore() throws IOException {
        IntStream.range(0, 50).forEach(number -> world.file(A, "F" + number + "/code/images/a.jpg"));
        world.start();
        StopSignal stop = new StopSignal();
        ScanFollower follower = new ScanFollower() {
            @Override
            public void movedOn(ScanProgress progress) {
                if (progress.flights() == 1) {
                    stop.stop();
                }
            }

            @Override
            public void throwIfStopped() {
                stop.throwIfStopped();
            }
        };

        Failure failure = Failures.of(() -> new SystemScan(world.gateway(), world.session(), threads, world.count())
                .followedBy(follower)
                .scan(List.of(A), List.of()));

        assertThat(failure.code()).isEqualTo(ErrorCode.STOPPED);
        assertThat(listings()).hasSizeLessThan(50);
    }

    @Test
    void looksOnlyAtTheNamedFlights() throws IOException {
        world.file(A, "F 1/code/images/a.jpg")
                .file(A, "F2/code/images/a.jpg")
                .directory(A, "none")
                .start();
        List<FlightName> names = List.of(
                new FlightName(A, "F 1"),
                new FlightName(A, "none"),
                new FlightName(A, "missing"),
                new FlightName("ptdatax.project.unknown", "F"));

        ScanResult result = new SystemScan(world.gateway(), world.session(), threads, world.count()).lookAt(names);

        assertThat(result.flights()).extracting(FoundFlight::flightName).containsExactly("F 1");
        assertThat(result.problems())
                .extracting(ScanProblem::flightName, ScanProblem::error)
                .containsExactly(
                        tuple("missing", "No flight directories found"),
                        tuple("none", "No flight directories found"),
                        tuple("F", "System not accessible"));
        assertThat(result.requests()).isEqualTo(4);
    }

    @Test
    void needsNoThreadsOfItsOwn() throws IOException {
        world.file(A, "F/code/images/a.jpg");

        assertThat(scan(Runnable::run, A).flights()).hasSize(1);
    }
}
