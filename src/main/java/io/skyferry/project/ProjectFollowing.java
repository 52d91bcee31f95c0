package io.skyferry.project;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.webodm.WebOdm;
import io.skyferry.webodm.WebOdmTask;
import io.skyferry.webodm.WebOdmUsers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Looks at WebODM how far it has come with a project that was handed over to it. */
@ApplicationScoped
public class ProjectFollowing {
    @Inject
    private WebOdm webOdm;

    @Inject
    private WebOdmUsers users;

    @Inject
    private ProjectLedger ledger;

    /** The project as it is now: one request to WebODM if it has the images, none otherwise. */
    public FlightProject refreshed(FlightProject project) {
        if (!project.state().isWithWebOdm()) {
            return project;
        }
        try {
            WebOdmTask task = webOdm.getTask(
                    users.getFor(project.owner()),
                    project.webOdmProjectId().orElseThrow(),
                    project.webOdmTaskId().orElseThrow());
            return ledger.follow(project.id(), (row, now) -> {
                state(task).ifPresent(state -> row.become(state, now));
                row.processed(task.runningProgress(), now);
                row.explain(reason(task));
            });
        } catch (Failure failure) {
            return ledger.follow(project.id(), (row, now) -> row.explain(failure));
        }
    }

    /** Empty while WebODM says nothing, as it does before it starts and for a moment after a restart. */
    private static Optional<ProjectState> state(WebOdmTask task) {
        return switch (task.status()) {
            case NONE -> Optional.empty();
            case QUEUED, RUNNING -> Optional.of(ProjectState.PROCESSING);
            case FAILED -> Optional.of(ProjectState.FAILED);
            case COMPLETED -> Optional.of(ProjectState.COMPLETED);
            case CANCELED -> Optional.of(ProjectState.CANCELED);
        };
    }

    private static Failure reason(WebOdmTask task) {
        return switch (task.status()) {
            case FAILED ->
                new Failure(
                        ErrorCode.WEBODM_REFUSED,
                        task.lastError().isBlank() ? "Processing failed; WebODM gives no reason." : task.lastError());
            case NONE, QUEUED, RUNNING, COMPLETED, CANCELED -> null;
        };
    }
}
