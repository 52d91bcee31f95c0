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
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/**
 * Moves the images of one chunk, all at once: the hosts' limits decide how many are really under way, so that one image
 * is downloaded while another is uploaded. The chunk's own transaction sees nothing of this.
 */
@Named("imageMover")
@Dependent
public class ImageMover extends AbstractItemWriter {
    @Inject
    @BatchProperty
    private String project;

    @Inject
    private SyncRuns runs;

    @Inject
    private ImageMoving moving;

    @Inject
    private TransferThreads threads;

    @Override
    public void writeItems(List<Object> items) throws InterruptedException {
        SyncRun run = runs.get(Long.parseLong(project));
        List<? extends Future<?>> moves = items.stream()
                .map(item -> threads.forMoves().submit(() -> move((Image) item, run)))
                .toList();
        for (Future<?> move : moves) {
            await(move);
        }
        // Without a sign-in the chunk has come to a good end; the commit step stops the job.
        if (run.signedOutFor().isEmpty()) {
            run.throwIfEnding();
        }
    }

    private void move(Image image, SyncRun run) {
        run.part(() -> {
            moving.move(image, run);
            return null;
        });
    }

    private static void await(Future<?> move) throws InterruptedException {
        try {
            move.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof RuntimeException)) {
                throw new Failure(ErrorCode.INTERNAL_ERROR, "Moving an image ended unexpectedly.", e.getCause());
            }
            // The run knows its first failure; that one is thrown when all have ended.
        }
    }
}
