package io.skyferry.project;

import io.skyferry.platform.failure.Failure;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Follows in the background what WebODM does with the projects, one request after the other. Runs on every server; each
 * look is one server's.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ProjectFollower {
    private static final Logger LOG = Logger.getLogger(ProjectFollower.class.getName());
    private static final int MOST_AT_ONCE = 100;

    @Inject
    private WatchList watches;

    @Inject
    private ProjectLedger projects;

    @Inject
    private ProjectFollowing following;

    @Inject
    private WebOdmPause pause;

    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    void lookAtWhatIsDue() {
        try {
            for (long project : watches.listDue(MOST_AT_ONCE)) {
                if (pause.isOn()) {
                    return;
                }
                if (watches.take(project)) {
                    look(project);
                }
            }
        } catch (RuntimeException e) {
            // An exception would end the timer; the database may be back the next time.
            LOG.log(Level.WARNING, "Following WebODM had to wait", e);
        }
    }

    private void look(long project) {
        try {
            following.refreshed(projects.get(project));
        } catch (Failure failure) {
            LOG.info(() -> "Project " + project + " could not be followed: " + failure.getMessage());
        }
    }
}
