package io.skyferry.transfer.batch;

import io.skyferry.transfer.Image;
import io.skyferry.transfer.ImageLedger;
import io.skyferry.transfer.SyncRun;
import io.skyferry.transfer.SyncRuns;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.ItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Queue;

/** Hands out the images that the ledger has as LISTED, of one partition. Holds one page of them in memory. */
@Named("listedImages")
@Dependent
public class ListedImages implements ItemReader {
    private static final int PAGE = 200;

    @Inject
    @BatchProperty
    private String project;

    @Inject
    @BatchProperty
    private String partition;

    @Inject
    @BatchProperty
    private String partitions;

    @Inject
    private SyncRuns runs;

    @Inject
    private ImageLedger images;

    private final Queue<Image> page = new ArrayDeque<>();
    private SyncRun run;
    private long lastId;

    /** @param checkpoint shown to operators only: after a restart the ledger knows better what is left */
    @Override
    public void open(Serializable checkpoint) {
        run = runs.get(Long.parseLong(project));
    }

    @Override
    public Image readItem() {
        if (run.isEnding()) {
            return null;
        }
        if (page.isEmpty()) {
            page.addAll(run.part(() -> images.listListed(
                    run.project(), Integer.parseInt(partition), Integer.parseInt(partitions), lastId, PAGE)));
        }
        Image next = page.poll();
        if (next != null) {
            lastId = next.id();
        }
        return next;
    }

    @Override
    public Serializable checkpointInfo() {
        return lastId;
    }

    @Override
    public void close() {
        page.clear();
    }
}
