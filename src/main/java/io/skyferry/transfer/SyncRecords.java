package io.skyferry.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** The syncs that there were. Each method is a transaction of its own. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class SyncRecords {
    private static final int RECENT = 5;

    @PersistenceContext(unitName = "ledger")
    private EntityManager ledger;

    private Clock clock;

    /** For the container's proxies only. */
    protected SyncRecords() {}

    @Inject
    public SyncRecords(Clock clock) {
        this.clock = clock;
    }

    /** With a ledger whose transactions are the caller's: outside of a container. */
    SyncRecords(EntityManager ledger, Clock clock) {
        this(clock);
        this.ledger = ledger;
    }

    /**
     * How fast recent syncs were.
     *
     * @param syncs of how many
     */
    public record Rate(long bytesPerSecond, int syncs) {
        public static final Rate UNKNOWN = new Rate(0, 0);
    }

    /**
     * Whoever starts a sync and the sync itself both say so, as nobody knows who comes first. The one that comes second
     * may break a key at the same instant; calling again then finds the row.
     */
    public SyncRecord ensure(long job, long project, SyncOptions options) {
        SyncRecord known = ledger.find(SyncRecord.class, job);
        if (known != null) {
            return known;
        }
        SyncRecord fresh = new SyncRecord(job, project, options, clock.instant());
        ledger.persist(fresh);
        ledger.flush();
        return fresh;
    }

    public void end(long job, String outcome, long bytesMoved) {
        SyncRecord row = ledger.find(SyncRecord.class, job);
        if (row != null) {
            row.ended(outcome, bytesMoved, clock.instant());
        }
    }

    /** A project's syncs, newest first, older than the given one. */
    public List<SyncRecord> list(long project, long before, int most) {
        return ledger.createQuery("""
                        select r from SyncRecord r where r.projectId = :project and r.jobId < :before
                        order by r.jobId desc""", SyncRecord.class)
                .setParameter("project", project)
                .setParameter("before", before)
                .setMaxResults(most)
                .getResultList();
    }

    /** Of the last syncs of a system that moved something. */
    public Rate recentRate(String systemId) {
        List<SyncRecord> recent = ledger.createQuery("""
                        select r from SyncRecord r, FlightProject p where p.id = r.projectId
                          and p.flight.systemId = :system and r.endedAt is not null and r.bytesMoved > 0
                        order by r.jobId desc""", SyncRecord.class)
                .setParameter("system", systemId)
                .setMaxResults(RECENT)
                .getResultList();
        long bytes =
                recent.stream().mapToLong(row -> row.bytesMoved().orElse(0L)).sum();
        long millis = recent.stream()
                .mapToLong(
                        row -> Duration.between(row.startedAt(), row.endedAt().orElseThrow())
                                .toMillis())
                .sum();
        return bytes == 0 ? Rate.UNKNOWN : new Rate(bytes * 1000 / Math.max(1, millis), recent.size());
    }
}
