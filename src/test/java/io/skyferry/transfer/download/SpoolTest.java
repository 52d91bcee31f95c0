package io.skyferry.transfer.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.pace.StopSignal;
import io.skyferry.transfer.testkit.Failures;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpoolTest {
    @TempDir
    private Path root;

    private final StopSignal stop = new StopSignal();
    private Path directory;
    private Spool spool;

    @BeforeEach
    void start() {
        directory = root.resolve("data/spool");
        spool = new Spool(directory, 100, () -> "nonce");
    }

    @AfterEach
    void end() {
        stop.stop();
    }

    @Test
    void makesFilesThatNobodyElseCanRead() throws IOException {
        try (SpoolFile file = spool.create("17")) {
            assertThat(file.path()).isEqualTo(directory.resolve("17-nonce.part"));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                    .isEqualTo("rw-------");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
                .isEqualTo("rwx------");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void leavesRoomOnTheDiskForOthers() {
        long usable = directory.toFile().getUsableSpace();
        spool = new Spool(directory, Long.MAX_VALUE, usable * 2, () -> "nonce");

        Failure failure = Failures.of(() -> spool.reserve(1, stop));

        assertThat(failure.code()).isEqualTo(ErrorCode.NO_SPACE);
        assertThat(failure.detail()).contains("MiB left", (usable * 2 >> 20) + " MiB", "SKYFERRY_FREE_MIB");
        assertThat(spool.reserved()).isZero();
        new Spool(directory, Long.MAX_VALUE, usable / 2, () -> "nonce")
                .reserve(1, stop)
                .close();
    }

    @Test
    void neverOpensWhatIsAlreadyThere() throws IOException {
        Path victim = Files.writeString(root.resolve("victim"), "precious");
        Files.createSymbolicLink(directory.resolve("17-nonce.part"), victim);
        Files.createSymbolicLink(directory.resolve("18-nonce.part"), root.resolve("not-yet-there"));

        assertThat(Failures.of(() -> spool.create("17")).code()).isEqualTo(ErrorCode.INTERNAL_ERROR);
        assertThat(Failures.of(() -> spool.create("18")).code()).isEqualTo(ErrorCode.INTERNAL_ERROR);
        assertThat(victim).hasContent("precious");
        assertThat(root.resolve("not-yet-there")).doesNotExist();
    }

    @Test
    void refusesALinkInsteadOfItsDirectory() throws IOException {
        Path link = Files.createSymbolicLink(root.resolve("link"), Files.createDirectory(root.resolve("real")));

        assertThat(Failures.of(() -> new Spool(link, 1, () -> "n")).code()).isEqualTo(ErrorCode.INTERNAL_ERROR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../x", "a/b", ".", "a b"})
    void refusesIdsThatAreNotNames(String id) {
        assertThatThrownBy(() -> spool.create(id)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void removesStraysButNothingElse() throws IOException {
        Path victim = Files.writeString(root.resolve("victim"), "precious");
        Files.writeString(directory.resolve("1-old.part"), "half");
        Files.createSymbolicLink(directory.resolve("2-old.part"), victim);
        Files.createDirectory(directory.resolve("3.part"));
        Files.writeString(directory.resolve("notes.txt"), "keep");
        try (SpoolFile open = spool.create("4")) {
            assertThat(spool.removeStrays()).isEqualTo(2);
            assertThat(open.path()).exists();
        }
        assertThat(victim).hasContent("precious");
        assertThat(directory.toFile().list()).containsExactlyInAnyOrder("3.part", "notes.txt");
    }

    @Test
    void waitsForRoomInTheBudget() {
        SpoolSpace first = spool.reserve(60, stop);
        SpoolSpace small = spool.reserve(40, stop);
        CompletableFuture<SpoolSpace> second = CompletableFuture.supplyAsync(() -> spool.reserve(50, stop));
        assertThat(spool.reserved()).isEqualTo(100);
        small.close();
        assertThat(second).isNotDone();

        first.close();
        first.close();

        await().until(second::isDone);
        assertThat(spool.reserved()).isEqualTo(50);
    }

    @Test
    void letsAnImageLargerThanTheBudgetGoAlone() {
        SpoolSpace small = spool.reserve(1, stop);
        CompletableFuture<SpoolSpace> huge = CompletableFuture.supplyAsync(() -> spool.reserve(1000, stop));
        assertThat(huge).isNotDone();

        small.close();

        await().until(huge::isDone);
    }

    @Test
    void takesALargerBudgetAndAStopWhileWaiting() {
        spool.reserve(100, stop);
        CompletableFuture<SpoolSpace> second = CompletableFuture.supplyAsync(() -> spool.reserve(100, stop));

        spool.setBudget(200);
        await().until(second::isDone);
        CompletableFuture<SpoolSpace> third = CompletableFuture.supplyAsync(() -> spool.reserve(200, stop));
        assertThat(third).isNotDone();

        stop.stop();
        assertThatThrownBy(third::join).hasRootCauseMessage("STOPPED: the run was told to stop");
    }

    @ParameterizedTest
    @ValueSource(strings = {"No space left on device", "Disk quota exceeded"})
    void tellsAFullDiskFromOtherTrouble(String kernelSays) {
        assertThat(failureOfWriting(kernelSays).code()).isEqualTo(ErrorCode.NO_SPACE);
        assertThat(failureOfWriting("Input/output error").code()).isEqualTo(ErrorCode.INTERNAL_ERROR);
    }

    private Failure failureOfWriting(String kernelSays) {
        SpoolFile file = new SpoolFile(directory.resolve("x.part"), new FullDisk(kernelSays, 0), () -> {});
        try {
            file.write(ByteBuffer.wrap(new byte[10]));
        } catch (IOException problem) {
            return SpoolFile.failureOf(problem);
        }
        throw new AssertionError("it did not fail");
    }
}
