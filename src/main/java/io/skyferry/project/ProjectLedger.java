package io.skyferry.project;

import io.skyferry.flight.Flight;
import io.skyferry.flight.FlightCatalog;
import io.skyferry.flight.FoundFlight;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.identity.Caller;
import io.skyferry.platform.identity.Owner;
import io.skyferry.webodm.WebOdmTask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * The rows of projects. Each method is one transaction of its own; entities that it returns are detached. Writes that
 * need a claim check its fence in the same transaction.
 */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class ProjectLedger {
    /** Who asked by an address of before a deletion in WebODM still means the same project; WebODM reuses no id. */
    private static final String IS_OR_WAS_IN_WEBODM =
            "(p.webOdmProjectId = :project or p.formerWebOdmProjectId = :project)";

    @PersistenceContext(unitName = "ledger")
    private EntityManager ledger;

    private FlightCatalog flights;
    private Claims claims;
    private ProjectChanges changes;
    private Clock clock;

    /** For the container's proxies only. */
    protected ProjectLedger() {}

    @Inject
    public ProjectLedger(FlightCatalog flights, Claims claims, ProjectChanges changes, Clock clock) {
        this.flights = flights;
        this.claims = claims;
        this.changes = changes;
        this.clock = clock;
    }

    /** With a ledger whose transactions are the caller's: outside of a container. */
    ProjectLedger(EntityManager ledger, Claims claims, ProjectChanges changes, Clock clock) {
        this((FlightCatalog) null, claims, changes, clock);
        this.ledger = ledger;
    }

    /**
     * The project's row, made when there was none. Fails with a broken unique key when somebody else makes it at the
     * same time; calling again then finds it.
     */
    public FlightProject ensure(Owner owner, FoundFlight found) {
        Flight flight = ledger.merge(flights.keep(owner.tenant(), found));
        return find(owner, flight).orElseGet(() -> {
            FlightProject project = new FlightProject(owner, flight, clock.instant());
            ledger.persist(project);
            ledger.flush();
            ledger.persist(new ProjectClaim(project.id()));
            ledger.persist(new ProjectWatch(project.id(), clock.instant()));
            return project;
        });
    }

    public FlightProject get(long id) {
        return Optional.ofNullable(ledger.find(FlightProject.class, id))
                .orElseThrow(() -> new Failure(ErrorCode.PROJECT_NOT_FOUND, "There is no project " + id + "."));
    }

    public Optional<FlightProject> find(Owner owner, Flight flight) {
        return ledger.createQuery(
                        "select p from FlightProject p where p.owner = :owner and p.flight = :flight",
                        FlightProject.class)
                .setParameter("owner", owner.toString())
                .setParameter("flight", flight)
                .getResultStream()
                .findFirst();
    }

    /** Whether the owner's project of this flight exists in WebODM. */
    public boolean exists(Owner owner, String systemId, String flightName) {
        return !ledger.createQuery("""
                        select p.id from FlightProject p where p.owner = :owner and p.flight.tenant = :tenant
                          and p.flight.systemId = :system and p.flight.name = :name and p.webOdmTaskId is not null""", Long.class)
                .setParameter("owner", owner.toString())
                .setParameter("tenant", owner.tenant())
                .setParameter("system", systemId)
                .setParameter("name", flightName)
                .getResultList()
                .isEmpty();
    }

    /** @throws Failure PROJECT_NOT_FOUND also when it is somebody else's: who asks must not learn that it exists */
    public FlightProject getOf(Owner owner, long webOdmProjectId) {
        return ledger.createQuery(
                        "select p from FlightProject p where p.owner = :owner and " + IS_OR_WAS_IN_WEBODM,
                        FlightProject.class)
                .setParameter("owner", owner.toString())
                .setParameter("project", webOdmProjectId)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new Failure(
                        ErrorCode.PROJECT_NOT_FOUND,
                        "You have no project " + webOdmProjectId + " that was made from a flight."));
    }

    /** The projects that are this one in WebODM; usually one. For operators: whose they are is not asked. */
    public List<FlightProject> listOfWebOdm(long webOdmProjectId) {
        return ledger.createQuery("select p from FlightProject p where " + IS_OR_WAS_IN_WEBODM, FlightProject.class)
                .setParameter("project", webOdmProjectId)
                .getResultList();
    }

    /**
     * The caller's project; an operator may look at everybody's.
     *
     * @throws Failure PROJECT_NOT_FOUND also when it is somebody else's: who asks must not learn that it exists
     */
    public FlightProject getFor(Caller caller, long webOdmProjectId) {
        if (!caller.isOperator()) {
            return getOf(caller.owner(), webOdmProjectId);
        }
        return ledger.createQuery(
                        "select p from FlightProject p join fetch p.flight where " + IS_OR_WAS_IN_WEBODM
                                + " order by case when p.owner = :owner then 0 else 1 end, p.id",
                        FlightProject.class)
                .setParameter("project", webOdmProjectId)
                .setParameter("owner", caller.owner().toString())
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new Failure(
                        ErrorCode.PROJECT_NOT_FOUND, "There is no project " + webOdmProjectId + " of a flight."));
    }

    /** The owner's projects that exist in WebODM, newest first. */
    public List<FlightProject> listOf(Owner owner) {
        return ledger.createQuery(
                        "select p from FlightProject p join fetch p.flight"
                                + " where p.owner = :owner and p.webOdmProjectId is not null"
                                + " order by p.createdAt desc, p.id desc",
                        FlightProject.class)
                .setParameter("owner", owner.toString())
                .getResultList();
    }

    /** Projects whose sync waits for a sign-in of their owner. */
    public List<FlightProject> listSignedOut() {
        return ledger.createQuery(
                        "select p from FlightProject p where p.signedOutAt is not null order by p.id",
                        FlightProject.class)
                .getResultList();
    }

    /** Projects whose last sync ended with one of these failures, before that moment. */
    public List<FlightProject> listEndedBy(Collection<ErrorCode> failures, Instant before) {
        return ledger.createQuery("""
                        select p from FlightProject p where p.state = :attention and p.errorCode in :failures
                          and p.updatedAt < :before and p.signedOutAt is null order by p.id""", FlightProject.class)
                .setParameter("attention", ProjectState.NEEDS_ATTENTION)
                .setParameter("failures", failures.stream().map(Enum::name).toList())
                .setParameter("before", before)
                .getResultList();
    }

    /**
     * Changes the project under a claim.
     *
     * @throws Failure CLAIM_LOST when the claim is somebody else's by now; then nothing was changed
     */
    public FlightProject change(long project, long fence, BiConsumer<FlightProject, Instant> change) {
        if (!claims.isHeldBy(project, fence)) {
            throw new Failure(ErrorCode.CLAIM_LOST, "Another run works on project " + project + " by now.");
        }
        FlightProject row = get(project);
        ProjectState before = row.state();
        changes.recorded(row, changed -> change.accept(changed, clock.instant()));
        if (row.state() != before) {
            watchOf(project).beginAnew(row.state(), clock.instant());
        }
        return row;
    }

    /** A job execution begins to bring the images. */
    public FlightProject startSync(long project, long fence, long execution) {
        FlightProject row = change(project, fence, FlightProject::startSync);
        changes.syncStarted(row, execution);
        return row;
    }

    /**
     * A job execution ended.
     *
     * @param exitStatus the job's
     * @param failure why somebody has to look at it; null = nobody has to
     * @param tally the images as they are now
     */
    public FlightProject endSync(
            long project,
            long fence,
            long execution,
            String exitStatus,
            ProjectState state,
            Failure failure,
            ImageTally tally) {
        FlightProject row = change(project, fence, (ended, now) -> ended.endSync(state, failure, now));
        changes.syncEnded(row, execution, exitStatus, tally);
        return row;
    }

    /**
     * A job execution ended that found nothing to do: the project is again what its task is in WebODM. What people were
     * not told of yet, the next look at WebODM tells them.
     *
     * @param task as the execution found it
     */
    public FlightProject endIdleSync(
            long project, long fence, long execution, String exitStatus, WebOdmTask task, ImageTally tally) {
        boolean known = watchOf(project).knows(task);
        ProjectState state = TaskSight.state(task).filter(shown -> known).orElse(ProjectState.COMMITTED);
        Failure reason = known ? TaskSight.reason(task) : null;
        return endSync(project, fence, execution, exitStatus, state, reason, tally);
    }

    /**
     * Ends a sync whose owner has to sign in again.
     *
     * @param since how long ago his token ended
     */
    public FlightProject endSyncUntilSignIn(
            long project,
            long fence,
            long execution,
            String exitStatus,
            Failure failure,
            Duration since,
            ImageTally tally) {
        FlightProject row =
                change(project, fence, (ended, now) -> ended.endSyncUntilSignIn(failure, now.minus(since), now));
        changes.syncEnded(row, execution, exitStatus, tally);
        return row;
    }

    /** Writes down what a look at WebODM showed. */
    @FunctionalInterface
    interface Sight {
        void write(FlightProject project, ProjectWatch watch, Instant now);
    }

    /**
     * Takes over what a look at WebODM showed.
     *
     * @param seen the project as it was before the look; what happened to it since makes the look worthless
     */
    FlightProject follow(FlightProject seen, Sight sight) {
        FlightProject row = ledger.find(FlightProject.class, seen.id(), LockModeType.PESSIMISTIC_WRITE);
        if (row.isStill(seen)) {
            ProjectWatch watch = watchOf(seen.id());
            changes.recorded(row, watch, () -> sight.write(row, watch, clock.instant()));
        }
        return row;
    }

    private ProjectWatch watchOf(long project) {
        ProjectWatch known = ledger.find(ProjectWatch.class, project);
        if (known == null) {
            known = new ProjectWatch(project, clock.instant());
            ledger.persist(known);
        }
        return known;
    }
}
