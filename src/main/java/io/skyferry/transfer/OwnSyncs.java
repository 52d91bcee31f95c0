package io.skyferry.transfer;

import io.skyferry.platform.identity.CurrentCaller;
import io.skyferry.project.Claims;
import io.skyferry.project.FlightProject;
import io.skyferry.project.ProjectAction;
import io.skyferry.project.ProjectLedger;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Starts syncs of the caller's own projects. */
@RequestScoped
public class OwnSyncs {
    @Inject
    private CurrentCaller caller;

    @Inject
    private ProjectLedger projects;

    @Inject
    private SyncStart syncs;

    @Inject
    private Claims claims;

    @Inject
    private ImageLedger images;

    /**
     * @param webOdmProject WebODM's id
     * @throws io.skyferry.platform.failure.Failure PROJECT_NOT_FOUND also when it is somebody else's
     */
    public SyncAnswer start(long webOdmProject, SyncOptions options) {
        FlightProject project = projects.getOf(caller.get().owner(), webOdmProject);
        return SyncAnswer.of(webOdmProject, syncs.start(project, options));
    }

    /**
     * Starts a sync that makes sense only in some states; while one runs, that one is the answer.
     *
     * @param why what to say when the action is not allowed now
     * @throws io.skyferry.platform.failure.Failure PROJECT_NOT_FOUND, or CONFLICT, which says what is allowed
     */
    SyncAnswer startFor(long webOdmProject, ProjectAction action, SyncOptions options, String why) {
        FlightProject project = projects.getOf(caller.get().owner(), webOdmProject);
        if (!claims.isHeld(project.id())) {
            List<ProjectAction> allowed = ProjectAction.of(project, images.tally(project.id()), false);
            if (!allowed.contains(action)) {
                throw ProjectAction.conflict(project, why, allowed);
            }
        }
        return SyncAnswer.of(webOdmProject, syncs.start(project, options));
    }
}
