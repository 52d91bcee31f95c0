package io.skyferry.transfer;

import io.skyferry.platform.change.ChangeKind;
import io.skyferry.platform.change.ChangeNote;
import io.skyferry.platform.change.Changes;
import io.skyferry.project.FlightProject;
import io.skyferry.project.ImageTally;
import io.skyferry.project.ProjectNews;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Tells how far a sync has come. Nobody may lose an image because that can't be told. */
@ApplicationScoped
public class SyncNews {
    private static final Logger LOG = Logger.getLogger(SyncNews.class.getName());

    @Inject
    private Changes changes;

    /** An image was delivered or given up. */
    void moved(SyncRun run, ImageState to, long bytes) {
        run.progress()
                .ifPresent(progress -> progress.moved(to, bytes, System.nanoTime())
                        .ifPresent(tally -> tell(progress.project(), run.execution(), tally)));
    }

    private void tell(FlightProject project, long execution, ImageTally tally) {
        try {
            changes.recordNow(ChangeNote.of(ChangeKind.SYNC_PROGRESS, project.owner())
                    .ofProject(project.id())
                    .ofJob(execution)
                    .saying(ProjectNews.of(project, tally)));
        } catch (RuntimeException e) {
            LOG.log(Level.FINE, "Progress of project " + project.id() + " could not be told", e);
        }
    }
}
