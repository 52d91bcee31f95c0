package io.skyferry.transfer.batch;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.transfer.Image;
import io.skyferry.transfer.ImageMoving;
import io.skyferry.transfer.SyncRun;
import io.skyferry.transfer.SyncRuns;
import io.skyferry.transfer.TransferThreads;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Moves the images of one chunk, some at once: the hosts' limits decide how many are really under way, so that one image
 * is downloaded while another is uploaded. The chunk's own transaction sees nothing of this.
 */
@Named("imageMover")
@Dependent
public class ImageMover extends AbstractItemWriter {
    /** Of one partition; more would only wait for the hosts' limits, and be lost at a kill. */
    private static final int UNDER_WAY = 8;

    @Inject
    @BatchProperty
    private String project;

    @Inject
    private StepContext step;

    @Inject
    private SyncRuns runs;

    @Inject
    private ImageMoving moving;

    @Inject
    private TransferThreads threads;

    @Override
    public void writeItems(List<Object> items) throws InterruptedException {
        SyncRun run = runs.get(Long.parseLong(project));
        Semaphore places = new Semaphore(UNDER_WAY);
        List<Future<?>> moves = new ArrayList<>();
        for (Object item : items) {
            while (!places.tryAcquire(1, TimeUnit.SECONDS)) {
                passStop();
            }
            passStop();
            if (run.isEnding()) {
                break;
            }
            moves.add(threads.forMoves().submit(() -> move((Image) item, run, places)));
        }
        for (Future<?> move : moves) {
            await(move);
        }
        // Without a sign-in the chunk has come to a good end; the commit step stops the job.
        if (run.signedOutFor().isEmpty()) {
            run.throwIfEnding();
        }
    }

    private void move(Image image, SyncRun run, Semaphore places) {
        try {
            run.part(() -> {
                moving.move(image, run);
                return null;
            });
        } finally {
            places.release();
        }
    }

    private void await(Future<?> move) throws InterruptedException {
        while (true) {
            try {
                move.get(1, TimeUnit.SECONDS);
                return;
            } catch (TimeoutException stillMoving) {
                passStop();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof RuntimeException)) {
                    throw new Failure(ErrorCode.INTERNAL_ERROR, "Moving an image ended unexpectedly.", e.getCause());
                }
                // The run knows its first failure; that one is thrown when all have ended.
                return;
            }
        }
    }

    /** The batch container stops a chunk step at the end of a chunk only, which may be long. */
    private void passStop() {
        if (step.getBatchStatus() == BatchStatus.STOPPING) {
            StopRequests.pass(runs, project);
        }
    }
}
