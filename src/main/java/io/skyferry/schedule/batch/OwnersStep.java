package io.skyferry.schedule.batch;

import io.skyferry.platform.batch.Occasion;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.identity.Owner;
import io.skyferry.platform.people.SignedInOwners;
import io.skyferry.schedule.discovery.AutomaticDiscovery;
import io.skyferry.schedule.run.LiveRun;
import io.skyferry.schedule.run.WorkClaims;
import io.skyferry.schedule.run.WorkStart.Started;
import io.skyferry.schedule.start.SyncAllStart;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.util.List;
import java.util.Optional;

/** Does one kind of work for everybody with a usable token, or for the one owner that was named; a few at a time. */
@Named("ownersStep")
@Dependent
public class OwnersStep extends RunStep {
    private static final int MOST_UNDER_WAY = 4;

    @Inject
    @BatchProperty
    private String job;

    @Inject
    private SignedInOwners owners;

    @Inject
    private AutomaticDiscovery discoveries;

    @Inject
    private SyncAllStart syncs;

    @Inject
    private WorkClaims claims;

    private final JsonArrayBuilder errors = Json.createArrayBuilder();
    private final JsonArrayBuilder jobs = Json.createArrayBuilder();
    private int started;
    private int alreadyRunning;
    private int skipped;
    private int failed;

    @Override
    String work(LiveRun live) {
        UnderWay<Owner> underWay = new UnderWay<>(live.stop(), owner -> !claims.isHeld(job + ":" + owner), owner -> {});
        List<Owner> all = owners(live);
        for (Owner owner : all) {
            underWay.awaitAtMost(MOST_UNDER_WAY - 1);
            if (start(owner, live)) {
                underWay.add(owner);
            }
        }
        underWay.awaitAtMost(0);
        return ended(
                live,
                Json.createObjectBuilder()
                        .add("users", all.size())
                        .add("started", started)
                        .add("already_running", alreadyRunning)
                        .add("skipped", skipped)
                        .add("failed", failed)
                        .add("errors", errors)
                        .add("jobs", jobs)
                        .build(),
                failed > 0);
    }

    private List<Owner> owners(LiveRun live) {
        return live.wish().containsKey("user") ? List.of(Owner.parse(live.wish().getString("user"))) : owners.list();
    }

    private boolean start(Owner owner, LiveRun live) {
        try {
            Optional<Started> begun = job.equals(SyncAllStart.JOB)
                    ? Optional.of(syncs.start(owner, live.row().askedBy(), Occasion.PERIODIC))
                    : discoveries.tryStart(owner, live.row().askedBy(), Occasion.PERIODIC);
            begun.ifPresentOrElse(one -> count(owner, one), () -> skipped++);
            return begun.isPresent();
        } catch (Failure failure) {
            failed++;
            errors.add(failure.code().title() + ": " + owner + " (" + failure.code() + "): " + failure.detail());
            return false;
        }
    }

    private void count(Owner owner, Started one) {
        if (one.alreadyRunning()) {
            alreadyRunning++;
        } else {
            started++;
        }
        jobs.add(Json.createObjectBuilder().add("user", owner.toString()).add("job_id", one.job()));
    }
}
