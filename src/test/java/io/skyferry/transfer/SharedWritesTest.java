package io.skyferry.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SharedWritesTest {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch gate = new CountDownLatch(1);
    private final List<List<String>> written = new CopyOnWriteArrayList<>();
    private final List<CompletableFuture<Void>> writers = new ArrayList<>();
    private final SharedWrites<String> writes =
            new SharedWrites<>(Duration.ZERO, this::target, IllegalArgumentException.class::isInstance);

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    private void target(List<String> all) {
        written.add(all);
        awaitGate();
        if (all.contains("bad")) {
            throw new IllegalStateException("bad");
        }
        if (all.contains("memory")) {
            throw new OutOfMemoryError("as if");
        }
        if (all.contains("lost")) {
            throw new IllegalArgumentException("lost");
        }
    }

    private void awaitGate() {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first is under way while the others come. */
    private void writeAtOnce(String... names) {
        CountDownLatch begun = new CountDownLatch(names.length);
        for (String name : names) {
            writers.add(CompletableFuture.runAsync(
                    () -> {
                        begun.countDown();
                        writes.write(name);
                    },
                    threads));
            await().until(() -> !written.isEmpty());
        }
        await().until(() -> begun.getCount() == 0 && writes.waiting() == names.length - 1);
        gate.countDown();
    }

    @Test
    void whoComesDuringAWriteIsWrittenTogether() {
        writeAtOnce("a", "b", "c", "d");
        writers.forEach(CompletableFuture::join);

        assertThat(written).hasSize(2);
        assertThat(written.get(0)).containsExactly("a");
        assertThat(written.get(1)).containsExactlyInAnyOrder("b", "c", "d");
    }

    @Test
    void oneThatCannotBeWrittenHindersNobodyElse() {
        writeAtOnce("a", "b", "bad", "d");

        for (int i : List.of(0, 1, 3)) {
            writers.get(i).join();
        }
        assertThatThrownBy(() -> writers.get(2).join())
                .isInstanceOf(CompletionException.class)
                .hasRootCauseInstanceOf(IllegalStateException.class);
        assertThat(written).contains(List.of("b"), List.of("bad"), List.of("d"));
    }

    @Test
    void whatConcernsAllIsTriedOnceForAll() {
        writeAtOnce("a", "b", "lost", "d");

        writers.get(0).join();
        for (int i : List.of(1, 2, 3)) {
            assertThatThrownBy(() -> writers.get(i).join()).hasRootCauseInstanceOf(IllegalArgumentException.class);
        }
        assertThat(written).hasSize(2);
    }

    @Test
    void nobodyTakesForWrittenWhatEndedInAnError() {
        writeAtOnce("a", "b", "memory", "d");

        writers.get(0).join();
        for (int i : List.of(1, 2, 3)) {
            assertThatThrownBy(() -> writers.get(i).join()).isInstanceOf(CompletionException.class);
        }
    }
}
