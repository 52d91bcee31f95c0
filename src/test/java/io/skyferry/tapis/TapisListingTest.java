package io.skyferry.tapis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.skyferry.sandbox.http.Fault;
import io.skyferry.sandbox.http.FaultEffect;
import io.skyferry.sandbox.http.LoggedRequest;
import io.skyferry.tapis.kit.TapisWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Systems and directories as the gateway reads them from a Tapis that answers well. */
class TapisListingTest {
    private static final String SYSTEM = "ptdatax.project.A";

    @TempDir
    Path directory;

    private TapisWorld world;

    @BeforeEach
    void prepare() {
        world = new TapisWorld(directory).system(SYSTEM);
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private List<TapisFile> list(String path, String pattern) {
        return world.gateway().listDirectory(world.session(), SYSTEM, path, pattern, world.count());
    }

    private List<LoggedRequest> asked() {
        return world.sandbox().requests().list();
    }

    @Test
    void readsEverySystemThatTheUserMaySee() throws IOException {
        IntStream.range(0, 1004).forEach(i -> world.system("ptdatax.project.S%04d".formatted(i)));
        world.system("other.system").system("ptdatax.project.hidden", ", \"readers\": [\"grace\"]");
        world.start();

        List<TapisSystem> systems = world.gateway().listSystems(world.session(), "ptdatax.project.*", world.count());

        assertThat(systems).hasSize(1005).extracting(TapisSystem::id).isSorted().doesNotHaveDuplicates();
        assertThat(world.count().sent()).isEqualTo(2);
        assertThat(asked())
                .extracting(LoggedRequest::query)
                .allSatisfy(query -> assertThat(query).contains("listType=ALL", "select=", "orderBy=", "limit=1000"));
    }

    @Test
    void describesASystem() throws IOException {
        world.system(
                        "ptdatax.project.B",
                        ", \"host\": \"h.example\", \"description\": \"Gliders\", \"created\": \"2026-02-01T00:00:00Z\"")
                .start();

        assertThat(world.gateway().listSystems(world.session(), "*.B", world.count()))
                .containsExactly(
                        new TapisSystem("ptdatax.project.B", "h.example", "LINUX", "Gliders", "2026-02-01T00:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({"999, 1", "1000, 2", "1001, 2", "2003, 3"})
    void readsEveryPageOfADirectory(int files, int pages) throws IOException {
        IntStream.range(0, files).forEach(i -> world.file(SYSTEM, "many/%04d.jpg".formatted(i)));
        world.start();

        List<TapisFile> listed = list("many", null);

        assertThat(listed).hasSize(files).extracting(TapisFile::name).doesNotHaveDuplicates();
        assertThat(world.count().sent()).isEqualTo(pages);
        assertThat(asked()).hasSize(pages);
    }

    @Test
    void readsADirectoryAgainThatChangedBetweenTwoPages() throws IOException {
        IntStream.range(0, 1005).forEach(i -> world.file(SYSTEM, "many/%04d.jpg".formatted(i)));
        world.start();
        world.sandbox()
                .faults()
                .add(Fault.on("GET", "offset=999(&|$)", new FaultEffect.Held()).times(1));
        CompletableFuture<List<TapisFile>> listed = CompletableFuture.supplyAsync(() -> list("many", null));
        await().until(() -> world.count().sent() == 2);

        Files.delete(world.root(SYSTEM).resolve("many/0000.jpg"));
        world.sandbox().faults().clear();

        assertThat(listed.join())
                .extracting(TapisFile::name)
                .containsExactlyElementsOf(
                        IntStream.range(1, 1005).mapToObj("%04d.jpg"::formatted).toList());
        assertThat(world.count().sent()).isEqualTo(4);
    }

    @Test
    void listsTheRootAndSaysWhatThingsAre() throws IOException {
        world.file(SYSTEM, "a.jpg").directory(SYSTEM, "flight").start();

        List<TapisFile> root = list("", null);

        assertThat(root).extracting(TapisFile::name).containsExactly("a.jpg", "flight");
        assertThat(root).extracting(TapisFile::isFile).containsExactly(true, false);
        assertThat(root).extracting(TapisFile::isDirectory).containsExactly(false, true);
        assertThat(root.get(0).size()).isEqualTo(5);
        assertThat(root.get(0).lastModified()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
    }

    @Test
    void letsTapisLeaveOutWhatDoesNotFit() throws IOException {
        world.file(SYSTEM, "d/a.JPG")
                .file(SYSTEM, "d/b.txt")
                .file(SYSTEM, "d/c+d.jpeg")
                .start();

        assertThat(list("d", "regex:(?i)\\.jpe?g$")).extracting(TapisFile::name).containsExactly("a.JPG", "c+d.jpeg");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "two words",
                "a#b",
                "100%",
                "%2F",
                "a%20b",
                "a?b",
                "a;v=1;",
                "Flug-ü",
                "a+b",
                "it's \"quoted\"",
                "{x}[y]",
                "a&b=c",
                "\uD83D\uDE81",
                "a\\b",
                "~tilde",
                "a:b@c",
                "u\u0308"
            })
    void findsDirectoriesWhateverTheyAreCalled(String name) throws IOException {
        world.file(SYSTEM, name + "/code/images/a.jpg").start();

        assertThat(list(name + "/code/images", null))
                .extracting(TapisFile::name)
                .containsExactly("a.jpg");
    }

    @Test
    void sendsTheTokenInTheOneHeaderThatTapisReads() throws IOException {
        world.start();

        list("", null);

        assertThat(asked())
                .singleElement()
                .satisfies(request -> assertThat(request.headerNames())
                        .map(name -> name.toLowerCase(java.util.Locale.ROOT))
                        .contains("x-tapis-token")
                        .doesNotContain("authorization", "x-tapis-tenant", "x-tapis-user", "cookie"));
    }

    @Test
    void keepsToTheLimitOfOpenRequests() throws IOException {
        world.start();
        world.sandbox().pace().latencyMillis(40);
        ExecutorService threads = Executors.newFixedThreadPool(12);
        try {
            List<CompletableFuture<Void>> calls = IntStream.range(0, 24)
                    .mapToObj(i -> CompletableFuture.runAsync(() -> list("", null), threads))
                    .toList();
            calls.forEach(CompletableFuture::join);
        } finally {
            threads.shutdown();
        }

        assertThat(world.count().sent()).isEqualTo(24);
        assertThat(world.sandbox().requests().maxOpen()).isEqualTo(TapisWorld.CONCURRENCY);
    }
}
