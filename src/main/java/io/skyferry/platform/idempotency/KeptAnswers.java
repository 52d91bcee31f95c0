package io.skyferry.platform.idempotency;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.upkeep.Purge;
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
import java.util.Optional;

/** Requests with keys and their answers, in the ledger. Each method is one transaction of its own. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class KeptAnswers implements Purge {
    static final Duration KEPT = Duration.ofHours(24);
    static final Duration UNDER_WAY = Duration.ofMinutes(10);

    @PersistenceContext(unitName = "ledger")
    private EntityManager ledger;

    private Clock clock;

    /** For the container's proxies only. */
    protected KeptAnswers() {}

    @Inject
    public KeptAnswers(Clock clock) {
        this.clock = clock;
    }

    /** With a ledger whose transactions are the caller's: outside of a container. */
    KeptAnswers(EntityManager ledger, Clock clock) {
        this(clock);
        this.ledger = ledger;
    }

    /** @param location the header, if there was one */
    public record Answer(int status, Optional<String> location, String body) {}

    /**
     * Begins the request, unless it was sent before. Fails with a broken unique key when it is begun elsewhere at the
     * same time; calling again then finds that.
     *
     * @return the answer of the earlier request
     * @throws Failure IDEMPOTENCY_KEY_REUSED for another request with the same key, REQUEST_UNDER_WAY while the earlier
     *     one has no answer yet
     */
    public Optional<Answer> begin(String caller, String key, String request) {
        KeptAnswer.Id id = new KeptAnswer.Id(caller, key);
        KeptAnswer row = ledger.find(KeptAnswer.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (row != null && !isOver(row)) {
            return replay(row, request);
        }
        KeptAnswer fresh = row == null ? new KeptAnswer(id) : row;
        fresh.begin(request, clock.instant());
        if (row == null) {
            ledger.persist(fresh);
        }
        return Optional.empty();
    }

    private static Optional<Answer> replay(KeptAnswer row, String request) {
        if (!row.isOf(request)) {
            throw new Failure(ErrorCode.IDEMPOTENCY_KEY_REUSED, "This key came with another request before.");
        }
        return Optional.of(row.answer()
                .orElseThrow(() -> new Failure(
                        ErrorCode.REQUEST_UNDER_WAY, "The request with this key has not been answered yet.")));
    }

    private boolean isOver(KeptAnswer row) {
        Duration life = row.answer().isPresent() ? KEPT : UNDER_WAY;
        return !clock.instant().isBefore(row.createdAt().plus(life));
    }

    public void keep(String caller, String key, Answer answer) {
        find(caller, key).ifPresent(row -> row.answered(answer));
    }

    /** Lets the request be sent again. */
    public void forget(String caller, String key) {
        find(caller, key).ifPresent(ledger::remove);
    }

    private Optional<KeptAnswer> find(String caller, String key) {
        return Optional.ofNullable(ledger.find(KeptAnswer.class, new KeptAnswer.Id(caller, key)));
    }

    @Override
    public String what() {
        return "kept answers";
    }

    @Override
    public int purge() {
        Instant before = clock.instant().minus(KEPT);
        return ledger.createQuery("delete from KeptAnswer k where k.createdAt < ?1")
                .setParameter(1, before)
                .executeUpdate();
    }
}
