package io.skyferry.project;

import io.skyferry.platform.failure.Failure;
import io.skyferry.webodm.WebOdmTask;
import io.skyferry.webodm.WebOdmUser;
import java.util.Optional;

/**
 * Where a project's images go in WebODM, and as whom.
 *
 * @param fresh whether the task was made just now: nothing of earlier deliveries is in it
 */
public record WebOdmPlace(WebOdmUser user, long projectId, WebOdmTask task, boolean fresh) {
    /** What the task as it was found means for the project; empty while WebODM says nothing. */
    public Optional<ProjectState> stateOfTask() {
        return TaskSight.state(task);
    }

    /** Why WebODM failed to process the task as it was found; null when it did not. */
    public Failure failureOfTask() {
        return TaskSight.reason(task);
    }
}
