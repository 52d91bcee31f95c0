package io.skyferry.schedule.start;

import io.skyferry.platform.batch.Occasion;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.identity.Caller;
import io.skyferry.platform.identity.Owner;
import io.skyferry.platform.people.DiscoveryWishes;
import io.skyferry.project.ProjectLedger;
import io.skyferry.schedule.discovery.DiscoveryMode;
import io.skyferry.schedule.discovery.DiscoveryStart;
import io.skyferry.schedule.discovery.DiscoveryWish;
import io.skyferry.schedule.run.Work;
import io.skyferry.schedule.run.WorkStart;
import io.skyferry.schedule.run.WorkStart.Started;
import io.skyferry.transfer.SyncOptions;
import io.skyferry.transfer.SyncStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;

/** Starts jobs that somebody named, or whose time has come. */
@ApplicationScoped
public class JobStarts {
    @Inject
    private DiscoveryStart discoveries;

    @Inject
    private DiscoveryWishes wishes;

    @Inject
    private SyncAllStart syncAlls;

    @Inject
    private SyncStart syncs;

    @Inject
    private ProjectLedger projects;

    @Inject
    private WorkStart works;

    /**
     * @throws Failure INVALID_REQUEST, which names the parameter; FORBIDDEN; PROJECT_NOT_FOUND; NO_TAPIS_TOKEN when
     *     whoever it is for has no stored token
     */
    public Started start(Caller caller, JobName job, JsonObject parameters) {
        if (job.isForOperatorsOnly()) {
            checkOperator(caller);
        }
        JobParameters given = JobParameters.of(parameters);
        return switch (job) {
            case DISCOVER_FLIGHTS -> discover(caller, given);
            case SYNC_FLIGHT -> sync(caller, given);
            case SYNC_ALL_FLIGHTS -> syncAll(caller, given);
            case PERIODIC_DISCOVERY, PERIODIC_SYNC -> forOwners(caller, job, given);
            case PURGE -> {
                given.allow();
                yield works.start(work(job, Optional.of(caller.owner()), Occasion.JOB, JsonValue.EMPTY_JSON_OBJECT));
            }
        };
    }

    /** Starts what a schedule is for. */
    public Started startPeriodic(JobName job) {
        return works.start(work(job, Optional.empty(), Occasion.PERIODIC, JsonValue.EMPTY_JSON_OBJECT));
    }

    /** A discovery whatever preferences and cool-down say. */
    public Started trigger(Owner owner) {
        return discoveries.start(
                owner, Optional.of(owner), Occasion.TRIGGER, DiscoveryWish.of(DiscoveryMode.CREATE, List.of()));
    }

    private Started discover(Caller caller, JobParameters given) {
        given.allow("systems", "dry_run", "user");
        Owner owner = owner(caller, given);
        DiscoveryMode mode = given.flag("dry_run") ? DiscoveryMode.DRY_RUN : DiscoveryMode.CREATE;
        int most = wishes.of(owner).mostProjects();
        return discoveries.start(
                owner,
                Optional.of(caller.owner()),
                Occasion.JOB,
                new DiscoveryWish(mode, given.systems(), List.of(), most, Optional.empty()));
    }

    private Started sync(Caller caller, JobParameters given) {
        given.allow("project_id", "reprocess");
        SyncOptions options = new SyncOptions(false, false, given.flag("reprocess"));
        SyncStart.Started started = syncs.start(projects.getOf(caller.owner(), given.id("project_id")), options);
        return new Started(started.job(), started.alreadyRunning());
    }

    private Started syncAll(Caller caller, JobParameters given) {
        given.allow("user");
        return syncAlls.start(owner(caller, given), Optional.of(caller.owner()), Occasion.JOB);
    }

    private Started forOwners(Caller caller, JobName job, JobParameters given) {
        given.allow("user");
        JsonObjectBuilder wish = Json.createObjectBuilder();
        Optional<Owner> user = given.user(caller.owner().tenant());
        user.ifPresent(owner -> wish.add("user", owner.toString()));
        // For one user it is another work than for all, but only operators start it, and only they see it.
        return works.start(new Work(
                job.id(),
                user.map(Owner::toString).orElse(""),
                Optional.empty(),
                Optional.of(caller.owner()),
                Occasion.JOB,
                wish.build()));
    }

    private static Work work(JobName job, Optional<Owner> askedBy, Occasion occasion, JsonObject wish) {
        return new Work(job.id(), "", Optional.empty(), askedBy, occasion, wish);
    }

    /** Whom the job is for: somebody else only when an operator says so. */
    private static Owner owner(Caller caller, JobParameters given) {
        Owner owner = given.user(caller.owner().tenant()).orElse(caller.owner());
        if (!owner.equals(caller.owner())) {
            checkOperator(caller);
        }
        return owner;
    }

    private static void checkOperator(Caller caller) {
        if (!caller.isOperator()) {
            throw new Failure(ErrorCode.FORBIDDEN, "This needs the role operator.");
        }
    }
}
