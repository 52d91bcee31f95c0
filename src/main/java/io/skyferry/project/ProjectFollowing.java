package io.skyferry.project;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.webodm.WebOdm;
import io.skyferry.webodm.WebOdmTask;
import io.skyferry.webodm.WebOdmUser;
import io.skyferry.webodm.WebOdmUsers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Looks at WebODM what became of a project there: how far the processing is, or whether the task is gone. One request,
 * tried once. A look that went wrong changes nothing of what is known; a look that a sync overtook is thrown away.
 */
@ApplicationScoped
public class ProjectFollowing {
    private WebOdm webOdm;
    private WebOdmUsers users;
    private ProjectLedger ledger;
    private WebOdmPause pause;

    /** For the container's proxies only. */
    protected ProjectFollowing() {}

    @Inject
    public ProjectFollowing(WebOdm webOdm, WebOdmUsers users, ProjectLedger ledger, WebOdmPause pause) {
        this.webOdm = webOdm;
        this.users = users;
        this.ledger = ledger;
        this.pause = pause;
    }

    /** The project as it is now, as far as WebODM can be asked. */
    public FlightProject refreshed(FlightProject project) {
        if (!project.isFollowed() || pause.isOn()) {
            return project;
        }
        try {
            return look(project, users.getFor(project.owner()));
        } catch (Failure failure) {
            pause.failed(failure);
            return ledger.follow(project, (row, watch, now) -> watch.troubled(failure, now));
        }
    }

    private FlightProject look(FlightProject project, WebOdmUser user) {
        try {
            WebOdmTask task = webOdm.lookAtTask(
                    user,
                    project.webOdmProjectId().orElseThrow(),
                    project.webOdmTaskId().orElseThrow());
            pause.worked();
            return ledger.follow(project, (row, watch, now) -> row.seen(task, watch, now));
        } catch (Failure failure) {
            if (failure.code() != ErrorCode.WEBODM_NOT_FOUND) {
                throw failure;
            }
            Failure loss = findLoss(project, user).orElseThrow(() -> failure);
            return ledger.follow(project, (row, watch, now) -> row.lost(loss, now));
        }
    }

    /**
     * A 404 alone proves nothing, a proxy in front of WebODM may say so as well. Lost is what WebODM leaves out of an
     * answer that it does give.
     */
    private Optional<Failure> findLoss(FlightProject project, WebOdmUser user) {
        long id = project.webOdmProjectId().orElseThrow();
        String task = project.webOdmTaskId().orElseThrow();
        try {
            return webOdm.lookAtProject(user, id).taskIds().contains(task)
                    ? Optional.empty()
                    : Optional.of(taskGone(project));
        } catch (Failure failure) {
            if (failure.code() != ErrorCode.WEBODM_NOT_FOUND) {
                throw failure;
            }
            boolean isThere = webOdm.findProject(user, project.marker(), project.name())
                    .filter(found -> found.id() == id)
                    .isPresent();
            return isThere ? Optional.empty() : Optional.of(projectGone(id));
        }
    }

    private static Failure taskGone(FlightProject project) {
        String why = project.state().isWithWebOdm()
                ? "The task was deleted in WebODM."
                : "The task is not in WebODM any more: it was deleted there, or waited for images for more than 72 hours.";
        return new Failure(ErrorCode.WEBODM_TASK_GONE, why);
    }

    private static Failure projectGone(long id) {
        return new Failure(
                ErrorCode.WEBODM_PROJECT_GONE,
                "Project " + id + " was deleted in WebODM, or you may not see it there any more.");
    }
}
