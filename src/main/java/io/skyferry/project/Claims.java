package io.skyferry.project;

import io.skyferry.platform.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * At most one holder works on a project at a time, over all servers. A claim is a lease: its holder renews it, and when
 * he dies it ends by itself. Each new holder gets a higher fence number, and every write names its own, so that a holder
 * who was frozen and wakes up too late writes nothing. Each method is one transaction of its own.
 *
 * <p>Servers that share a database need clocks that agree to within a few seconds.
 */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class Claims {
    /** How long a claim lasts without being renewed. */
    public static final Duration LEASE = Duration.ofSeconds(45);

    private final String boot = UUID.randomUUID().toString();

    @PersistenceContext(unitName = "ledger")
    private EntityManager ledger;

    private Settings settings;
    private Clock clock;

    /** For the container's proxies only. */
    protected Claims() {}

    @Inject
    public Claims(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** With a ledger whose transactions are the caller's: outside of a container. */
    Claims(EntityManager ledger, Settings settings, Clock clock) {
        this(settings, clock);
        this.ledger = ledger;
    }

    /** @return the fence number of the claim, or empty while somebody else holds it */
    public OptionalLong tryTake(long project) {
        Instant now = clock.instant();
        int taken = ledger.createQuery("""
                        update ProjectClaim c set c.fence = c.fence + 1, c.holder = :holder, c.executionId = null,
                          c.expiresAt = :until
                        where c.projectId = :project and (c.expiresAt is null or c.expiresAt <= :now)""")
                .setParameter("holder", holder())
                .setParameter("until", now.plus(LEASE))
                .setParameter("project", project)
                .setParameter("now", now)
                .executeUpdate();
        return taken == 0 ? OptionalLong.empty() : OptionalLong.of(get(project).fence());
    }

    /** @return whether the claim is still this fence's and now lasts a whole lease again */
    public boolean renew(long project, long fence) {
        Instant now = clock.instant();
        return held("update ProjectClaim c set c.expiresAt = :until", project, fence, now)
                        .setParameter("until", now.plus(LEASE))
                        .executeUpdate()
                == 1;
    }

    /** Says which job execution works under the claim, so that others can be led to it. */
    public boolean workedOnBy(long project, long fence, long execution) {
        return held("update ProjectClaim c set c.executionId = :execution", project, fence, clock.instant())
                        .setParameter("execution", execution)
                        .executeUpdate()
                == 1;
    }

    /** Ends the claim; nothing happens when it was lost already. */
    public void release(long project, long fence) {
        ledger.createQuery(
                        "update ProjectClaim c set c.expiresAt = null where c.projectId = :project and c.fence = :fence")
                .setParameter("project", project)
                .setParameter("fence", fence)
                .executeUpdate();
    }

    /** The execution that works on the project now. */
    public Optional<Long> findRunningExecution(long project) {
        ProjectClaim claim = get(project);
        return claim.isHeldAt(clock.instant()) ? Optional.ofNullable(claim.executionId()) : Optional.empty();
    }

    /** The newest execution that worked on the project, whether it still does or not. */
    public Optional<Long> findLastExecution(long project) {
        return Optional.ofNullable(get(project).executionId());
    }

    /**
     * Whether the claim is this fence's now. Runs in the caller's transaction and locks the claim's row in it, so that
     * nobody can take the claim before the caller's writes are committed.
     */
    @Transactional(TxType.REQUIRED)
    public boolean isHeldBy(long project, long fence) {
        ProjectClaim claim = ledger.find(ProjectClaim.class, project, LockModeType.PESSIMISTIC_READ);
        return claim.fence() == fence && claim.isHeldAt(clock.instant());
    }

    public boolean isHeld(long project) {
        return get(project).isHeldAt(clock.instant());
    }

    /**
     * Ends what an earlier life of this very server held: it died, so nobody works on it.
     *
     * @return how many claims that were
     */
    public int releaseOfEarlierLives() {
        return ledger.createQuery("""
                        update ProjectClaim c set c.expiresAt = :now
                        where locate(:node, c.holder) = 1 and c.holder <> :holder and c.expiresAt > :now""")
                .setParameter("now", clock.instant())
                .setParameter("node", settings.server().nodeName() + "/")
                .setParameter("holder", holder())
                .executeUpdate();
    }

    /** Projects whose holder died in the middle of a sync, or left it without being able to say how it ended. */
    public List<Long> listAbandoned() {
        return ledger.createQuery("""
                        select c.projectId from ProjectClaim c, FlightProject p
                        where p.id = c.projectId and p.state = io.skyferry.project.ProjectState.SYNCING
                          and (c.expiresAt is null or c.expiresAt <= :now) order by c.projectId""", Long.class)
                .setParameter("now", clock.instant())
                .getResultList();
    }

    private Query held(String update, long project, long fence, Instant now) {
        return ledger.createQuery(update + " where c.projectId = :project and c.fence = :fence and c.expiresAt > :now")
                .setParameter("project", project)
                .setParameter("fence", fence)
                .setParameter("now", now);
    }

    private ProjectClaim get(long project) {
        ProjectClaim claim = ledger.find(ProjectClaim.class, project);
        ledger.refresh(claim);
        return claim;
    }

    private String holder() {
        return settings.server().nodeName() + "/" + boot;
    }
}
