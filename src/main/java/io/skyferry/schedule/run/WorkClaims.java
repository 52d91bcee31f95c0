package io.skyferry.schedule.run;

import io.skyferry.platform.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** At most one holder of a work at a time, over all servers; a lease, as {@code project.Claims} are. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class WorkClaims {
    /** How long a claim lasts without being renewed. */
    public static final Duration LEASE = Duration.ofSeconds(45);

    /** Differs in each life of the server. */
    private final String boot;

    @PersistenceContext(unitName = "ledger")
    private EntityManager ledger;

    private Settings settings;
    private Clock clock;

    /** For the container's proxies only. */
    protected WorkClaims() {
        this(null, null);
    }

    @Inject
    public WorkClaims(Settings settings, Clock clock) {
        this(settings, clock, UUID.randomUUID().toString());
    }

    private WorkClaims(Settings settings, Clock clock, String boot) {
        this.settings = settings;
        this.clock = clock;
        this.boot = boot;
    }

    /** This server, in this life, with a ledger whose transactions are the caller's: outside of a container. */
    WorkClaims on(EntityManager manager) {
        WorkClaims same = new WorkClaims(settings, clock, boot);
        same.ledger = manager;
        return same;
    }

    /** Makes the work known. Fails with a broken unique key when another does so at the same time. */
    public boolean ensure(String work) {
        if (ledger.find(WorkClaim.class, work) != null) {
            return false;
        }
        ledger.persist(new WorkClaim(work));
        return true;
    }

    /** @return the fence number of the claim, or empty while somebody holds it */
    public OptionalLong tryTake(String work) {
        Instant now = clock.instant();
        int taken = ledger.createQuery("""
                        update WorkClaim c set c.fence = c.fence + 1, c.holder = :holder, c.job = null,
                          c.expiresAt = :until
                        where c.work = :work and (c.expiresAt is null or c.expiresAt <= :now)""")
                .setParameter("holder", holder())
                .setParameter("until", now.plus(LEASE))
                .setParameter("work", work)
                .setParameter("now", now)
                .executeUpdate();
        return taken == 0 ? OptionalLong.empty() : OptionalLong.of(get(work).fence());
    }

    /** @return whether the claim is still this fence's and now lasts a whole lease again */
    public boolean renew(String work, long fence) {
        Instant now = clock.instant();
        return held("update WorkClaim c set c.expiresAt = :until", work, fence, now)
                        .setParameter("until", now.plus(LEASE))
                        .executeUpdate()
                == 1;
    }

    /** Says which job does the work, so that others can be led to it. */
    public boolean doneBy(String work, long fence, long job) {
        return held("update WorkClaim c set c.job = :job", work, fence, clock.instant())
                        .setParameter("job", job)
                        .executeUpdate()
                == 1;
    }

    /** Ends the claim; nothing happens when it was lost already. */
    public void release(String work, long fence) {
        ledger.createQuery("update WorkClaim c set c.expiresAt = null where c.work = :work and c.fence = :fence")
                .setParameter("work", work)
                .setParameter("fence", fence)
                .executeUpdate();
    }

    /** The job that does the work now. */
    public Optional<Long> findJob(String work) {
        return Optional.ofNullable(get(work))
                .filter(claim -> claim.isHeldAt(clock.instant()))
                .map(WorkClaim::job);
    }

    public boolean isHeld(String work) {
        WorkClaim claim = get(work);
        return claim != null && claim.isHeldAt(clock.instant());
    }

    public boolean isHeldBy(String work, long fence) {
        WorkClaim claim = get(work);
        return claim != null && claim.fence() == fence && claim.isHeldAt(clock.instant());
    }

    /**
     * Ends what an earlier life of this very server held: it died, so nobody does it.
     *
     * @return how many claims that were
     */
    public int releaseOfEarlierLives() {
        return ledger.createQuery("""
                        update WorkClaim c set c.expiresAt = :now
                        where locate(:node, c.holder) = 1 and c.holder <> :holder and c.expiresAt > :now""")
                .setParameter("now", clock.instant())
                .setParameter("node", settings.server().nodeName() + "/")
                .setParameter("holder", holder())
                .executeUpdate();
    }

    /** Forgets works that nobody does and no kept run was about. */
    public int forgetUnused() {
        return ledger.createQuery("""
                        delete from WorkClaim c where c.expiresAt is null
                          and not exists (select r.id from BackgroundRun r where r.work = c.work)""").executeUpdate();
    }

    private Query held(String update, String work, long fence, Instant now) {
        return ledger.createQuery(update + " where c.work = :work and c.fence = :fence and c.expiresAt > :now")
                .setParameter("work", work)
                .setParameter("fence", fence)
                .setParameter("now", now);
    }

    private WorkClaim get(String work) {
        WorkClaim claim = ledger.find(WorkClaim.class, work);
        if (claim != null) {
            ledger.refresh(claim);
        }
        return claim;
    }

    private String holder() {
        return settings.server().nodeName() + "/" + boot;
    }
}
