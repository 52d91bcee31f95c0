package io.skyferry.transfer;

import io.skyferry.platform.identity.CurrentCaller;
import io.skyferry.project.FlightProject;
import io.skyferry.project.ProjectLedger;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** Starts syncs of the caller's own projects. */
@RequestScoped
public class OwnSyncs {
    @Inject
    private CurrentCaller caller;

    @Inject
    private ProjectLedger projects;

    @Inject
    private SyncStart syncs;

    /**
     * @param webOdmProject WebODM's id
     * @throws io.skyferry.platform.failure.Failure PROJECT_NOT_FOUND also when it is somebody else's
     */
    public SyncAnswer start(long webOdmProject, SyncOptions options) {
        FlightProject project = projects.getOf(caller.get().owner(), webOdmProject);
        return SyncAnswer.of(webOdmProject, syncs.start(project, options));
    }
}
