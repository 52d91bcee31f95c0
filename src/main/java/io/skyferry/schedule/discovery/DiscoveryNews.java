package io.skyferry.schedule.discovery;

import io.skyferry.flight.ScanFollower;
import io.skyferry.flight.ScanProgress;
import io.skyferry.platform.change.ChangeKind;
import io.skyferry.platform.change.ChangeNote;
import io.skyferry.platform.change.Changes;
import io.skyferry.schedule.run.LiveRun;
import io.skyferry.schedule.run.RunLedger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Tells how far a discovery is: as an event, and in its run's row for who comes later. No scan fails of that. */
@ApplicationScoped
public class DiscoveryNews {
    private static final Logger LOG = Logger.getLogger(DiscoveryNews.class.getName());

    @Inject
    private RunLedger runs;

    @Inject
    private Changes changes;

    /** For one scan, which ends when the run does. */
    ScanFollower of(LiveRun run) {
        ScanPace pace = new ScanPace(System::nanoTime, progress -> tell(run, progress));
        return new ScanFollower() {
            @Override
            public void movedOn(ScanProgress progress) {
                pace.accept(progress);
            }

            @Override
            public void throwIfStopped() {
                run.stop().throwIfStopped();
            }
        };
    }

    private void tell(LiveRun run, ScanProgress progress) {
        JsonObject body = Json.createObjectBuilder()
                .add("systems", progress.systems())
                .add("systems_done", progress.systemsDone())
                .add("flights", progress.flights())
                .add("images", progress.images())
                .add("problems", progress.problems())
                .build();
        try {
            runs.movedOn(run.row().id(), body);
            changes.recordNow(ChangeNote.of(ChangeKind.DISCOVERY_PROGRESS, run.owner())
                    .ofJob(run.execution())
                    .saying(body));
        } catch (RuntimeException e) {
            LOG.log(Level.FINE, "Progress of " + run.row().work() + " could not be told", e);
        }
    }
}
