package io.skyferry.transfer;

import io.skyferry.transfer.watch.ServerMeter;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Once a second: samples the counters of this server's runs, and writes them down. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ProgressWriter {
    private static final Logger LOG = Logger.getLogger(ProgressWriter.class.getName());

    @Inject
    private SyncRuns runs;

    @Inject
    private ServerMeter server;

    @Inject
    private ProgressLedger ledger;

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    public void write() {
        long now = System.nanoTime();
        server.sample(now);
        for (SyncRun run : runs.list()) {
            run.meter().sample(now);
            try {
                ledger.write(run, false);
            } catch (RuntimeException e) {
                // The next second's numbers are as good; a run does not end because nobody can watch it.
                LOG.log(Level.FINE, "The progress of project " + run.project() + " could not be written", e);
            }
        }
    }
}
