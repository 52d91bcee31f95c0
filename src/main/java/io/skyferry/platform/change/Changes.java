package io.skyferry.platform.change;

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
import java.util.List;
import java.util.Optional;

/**
 * The feed of changes, for all servers on one database. A change is written in the transaction that makes it, so there
 * is none without the other. Readers remember the highest id that they have seen and ask for what is after it.
 *
 * <p>Transactions don't commit in the order in which they draw numbers: a row could appear below a number that was read
 * already, and would be missed. So a row gets its place in the feed after its commit only, from the first reader that
 * finds it; the counter's row is locked meanwhile. A place, once seen, has no gap before it that could still fill.
 */
@ApplicationScoped
public class Changes {
    private static final Duration KEPT = Duration.ofDays(7);
    private static final Duration PROGRESS_KEPT = Duration.ofHours(1);
    private static final int MOST_PLACED = 1000;

    @PersistenceContext(unitName = "ledger")
    private EntityManager ledger;

    private Clock clock;

    /** For the container's proxies only. */
    protected Changes() {}

    @Inject
    public Changes(Clock clock) {
        this.clock = clock;
    }

    /** With a ledger whose transactions are the caller's: outside of a container. */
    public Changes(EntityManager ledger, Clock clock) {
        this(clock);
        this.ledger = ledger;
    }

    /** Within the transaction of the state that it tells of, and committed or rolled back with it. */
    @Transactional(TxType.MANDATORY)
    public void record(ChangeNote note) {
        ledger.persist(new ChangeRow(note, clock.instant()));
    }

    /** In a transaction of its own: for what is not in the ledger, such as progress. */
    @Transactional(TxType.REQUIRES_NEW)
    public void recordNow(ChangeNote note) {
        ledger.persist(new ChangeRow(note, clock.instant()));
    }

    /** What came after the id, oldest first. Whoever repeats the call with the last id misses nothing, ever. */
    @Transactional(TxType.REQUIRES_NEW)
    public List<Change> listAfter(long id, int limit) {
        placeNew();
        return ledger.createQuery("select c from ChangeRow c where c.feedId > :id order by c.feedId", ChangeRow.class)
                .setParameter("id", id)
                .setMaxResults(limit)
                .getResultStream()
                .map(ChangeRow::change)
                .toList();
    }

    /** Where the feed begins and ends now; what was committed before the call is before its end. */
    @Transactional(TxType.REQUIRES_NEW)
    public FeedBounds bounds() {
        placeNew();
        FeedRow feed = ledger.find(FeedRow.class, FeedRow.ONLY);
        return new FeedBounds(feed.forgottenTo(), feed.lastId());
    }

    /** Forgets what is over, as long as it is usually kept. For whoever cleans up, on any server and at any time. */
    @Transactional(TxType.REQUIRES_NEW)
    public int purge() {
        return purge(clock.instant().minus(KEPT))
                + purgeProgress(clock.instant().minus(PROGRESS_KEPT));
    }

    /** Progress is of use to nobody who was not there; what is missed of it is no gap to tell of. */
    private int purgeProgress(Instant before) {
        return ledger.createQuery("delete from ChangeRow c where c.kind in :progress and c.at < :before")
                .setParameter("progress", ChangeKind.FLEETING)
                .setParameter("before", before)
                .executeUpdate();
    }

    /**
     * Forgets the beginning of the feed, up to the first change that is not older.
     *
     * @return how many changes that were
     */
    @Transactional(TxType.REQUIRES_NEW)
    public int purge(Instant before) {
        placeNew();
        FeedRow feed = lockedFeed();
        long upTo = Optional.ofNullable(
                        ledger.createQuery("select min(c.feedId) from ChangeRow c where c.at >= :before", Long.class)
                                .setParameter("before", before)
                                .getSingleResult())
                .map(firstKept -> firstKept - 1)
                .orElse(feed.lastId());
        feed.forget(upTo);
        return ledger.createQuery("delete from ChangeRow c where c.feedId <= :upTo")
                .setParameter("upTo", upTo)
                .executeUpdate();
    }

    private void placeNew() {
        while (hasNew()) {
            FeedRow feed = lockedFeed();
            ledger.createQuery("select c from ChangeRow c where c.feedId is null order by c.id", ChangeRow.class)
                    .setMaxResults(MOST_PLACED)
                    .getResultList()
                    .forEach(row -> row.takePlace(feed.nextId()));
            ledger.flush();
        }
    }

    private boolean hasNew() {
        return !ledger.createQuery("select c.id from ChangeRow c where c.feedId is null", Long.class)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    private FeedRow lockedFeed() {
        FeedRow feed = ledger.find(FeedRow.class, FeedRow.ONLY);
        ledger.refresh(feed, LockModeType.PESSIMISTIC_WRITE);
        return feed;
    }
}
