package io.skyferry.transfer.batch;

import io.skyferry.flight.Flight;
import io.skyferry.flight.ImageListing;
import io.skyferry.project.FlightProject;
import io.skyferry.project.ImageTally;
import io.skyferry.project.ProjectLedger;
import io.skyferry.project.ProjectMaking;
import io.skyferry.project.WebOdmPlace;
import io.skyferry.tapis.RequestCount;
import io.skyferry.tapis.Tapis;
import io.skyferry.tapis.TapisSession;
import io.skyferry.tapis.TapisSessions;
import io.skyferry.transfer.ImageLedger;
import io.skyferry.transfer.ImagePlanning;
import io.skyferry.transfer.SidePatience;
import io.skyferry.transfer.SyncOutcome;
import io.skyferry.transfer.SyncRun;
import io.skyferry.transfer.SyncRuns;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.logging.Logger;

/** Looks at the source and at WebODM, and writes down what has to be brought. */
@Named("planStep")
@Dependent
public class PlanStep extends AbstractBatchlet {
    private static final Logger LOG = Logger.getLogger(PlanStep.class.getName());

    @Inject
    @BatchProperty
    private String project;

    @Inject
    private SyncRuns runs;

    @Inject
    private ProjectLedger projects;

    @Inject
    private ProjectMaking making;

    @Inject
    private TapisSessions sessions;

    @Inject
    private Tapis tapis;

    @Inject
    private ImagePlanning planning;

    @Inject
    private ImageLedger images;

    @Inject
    private SidePatience patience;

    /** @return TRANSFER, COMMIT when everything is there already, or REPORT when nothing is to be done */
    @Override
    public String process() {
        SyncRun run = runs.get(Long.parseLong(project));
        return run.step(() -> patience.run(run, () -> plan(run)));
    }

    private String plan(SyncRun run) {
        FlightProject row = projects.get(run.project());
        Flight flight = row.flight();
        TapisSession session = sessions.forOwner(row.owner());
        WebOdmPlace place = making.ensure(run.project(), run.fence());
        run.goesTo(flight, session, place);
        ImageListing listing =
                ImageListing.read(tapis, session, flight.systemId(), flight.imagesPath(), new RequestCount());
        planning.plan(run, listing, place.task().id());
        ImageTally tally = images.tally(run.project());
        run.meter().planned(images.listedBytes(run.project()));
        run.planned(projects.get(run.project()), tally);
        LOG.info(() -> "Plan for project " + project + ": " + tally.listed() + " images to bring, " + tally.delivered()
                + " there already, " + tally.refused() + " refused, " + tally.gone() + " gone");
        return next(run, place, tally);
    }

    private static String next(SyncRun run, WebOdmPlace place, ImageTally tally) {
        boolean processedBefore = !place.task().partial();
        if (processedBefore && tally.listed() == 0 && !isReprocessingUnfinished(run, place)) {
            run.endsAs(SyncOutcome.NOTHING_TO_DO);
            return "REPORT";
        }
        if (processedBefore && tally.listed() > 0 && !run.options().reprocess()) {
            run.endsAs(SyncOutcome.NEW_IMAGES);
            return "REPORT";
        }
        return tally.listed() == 0 ? "COMMIT" : "TRANSFER";
    }

    /** An earlier run brought new images to a processed task, but ended before it had the task processed again. */
    private static boolean isReprocessingUnfinished(SyncRun run, WebOdmPlace place) {
        boolean wanted = run.options().reprocess() || run.options().processWithout();
        return wanted && place.task().waitsForRestart();
    }

    @Override
    public void stop() {
        StopRequests.pass(runs, project);
    }
}
