package io.skyferry.transfer.batch;

import io.skyferry.transfer.ImageLedger;
import io.skyferry.transfer.SyncRun;
import io.skyferry.transfer.SyncRuns;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.partition.PartitionMapper;
import jakarta.batch.api.partition.PartitionPlan;
import jakarta.batch.api.partition.PartitionPlanImpl;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Properties;

/** Splits the images to be brought evenly. Never into no partition at all, which the batch container can't run. */
@Named("transferPartitions")
@Dependent
public class TransferPartitions implements PartitionMapper {
    private static final int MOST_PARTITIONS = 4;
    private static final int IMAGES_WORTH_A_PARTITION = 8;

    @Inject
    @BatchProperty
    private String project;

    @Inject
    private SyncRuns runs;

    @Inject
    private ImageLedger images;

    @Override
    public PartitionPlan mapPartitions() {
        SyncRun run = runs.get(Long.parseLong(project));
        long listed = run.part(() -> images.tally(run.project()).listed());
        int partitions = (int) Math.max(1, Math.min(MOST_PARTITIONS, listed / IMAGES_WORTH_A_PARTITION));
        Properties[] properties = new Properties[partitions];
        for (int partition = 0; partition < partitions; partition++) {
            properties[partition] = new Properties();
            properties[partition].setProperty("partition", Integer.toString(partition));
            properties[partition].setProperty("partitions", Integer.toString(partitions));
        }
        PartitionPlan plan = new PartitionPlanImpl();
        plan.setPartitions(partitions);
        plan.setThreads(partitions);
        plan.setPartitionProperties(properties);
        // A restarted job asks the ledger anew what is left.
        plan.setPartitionsOverride(true);
        return plan;
    }
}
