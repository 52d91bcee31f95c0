package io.skyferry.project;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.webodm.WebOdmTask;
import java.util.Optional;

/** What a task of WebODM means for its project. */
final class TaskSight {
    private TaskSight() {}

    /** Empty while WebODM says nothing, as it does before it starts and for a moment after a restart. */
    static Optional<ProjectState> state(WebOdmTask task) {
        if (!task.isSettled()) {
            return Optional.empty();
        }
        return switch (task.status()) {
            case NONE -> Optional.empty();
            case QUEUED, RUNNING -> Optional.of(ProjectState.PROCESSING);
            case FAILED -> Optional.of(ProjectState.FAILED);
            case COMPLETED -> Optional.of(ProjectState.COMPLETED);
            case CANCELED -> Optional.of(ProjectState.CANCELED);
        };
    }

    /** Why WebODM failed, in its own words if it has any. */
    static Failure reason(WebOdmTask task) {
        return state(task).filter(ProjectState.FAILED::equals).isPresent()
                ? new Failure(
                        ErrorCode.WEBODM_REFUSED,
                        task.lastError().isBlank() ? "Processing failed; WebODM gives no reason." : task.lastError())
                : null;
    }
}
