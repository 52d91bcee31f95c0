package io.skyferry.schedule.run;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.identity.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The rows of runs. Each method is one transaction of its own; entities that it returns are detached. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class RunLedger {
    @PersistenceContext(unitName = "ledger")
    private EntityManager ledger;

    private Clock clock;

    /** For the container's proxies only. */
    protected RunLedger() {}

    @Inject
    public RunLedger(Clock clock) {
        this.clock = clock;
    }

    /** With a ledger whose transactions are the caller's: outside of a container. */
    RunLedger(EntityManager ledger, Clock clock) {
        this(clock);
        this.ledger = ledger;
    }

    /** Writes a new run down and ends those of the same work that were left: this one does what they were to do. */
    public BackgroundRun add(Work work) {
        if (work.wish().toString().length() > BackgroundRun.LONGEST_WISH) {
            throw new Failure(ErrorCode.INVALID_REQUEST, "The request is too long to be kept.");
        }
        Failure replaced = new Failure(ErrorCode.STOPPED, "The server stopped; a later run took over.");
        ledger.createQuery("from BackgroundRun r where r.work = ?1 and r.endedAt is null", BackgroundRun.class)
                .setParameter(1, work.name())
                .getResultList()
                .forEach(run -> run.failed(replaced, clock.instant()));
        BackgroundRun run = new BackgroundRun(work, clock.instant());
        ledger.persist(run);
        return run;
    }

    /** @return how many times it has been attempted, this one included */
    public int attempted(long id) {
        BackgroundRun run = locked(id);
        run.attempted();
        return run.attempts();
    }

    public void begunBy(long id, long execution) {
        locked(id).begunBy(execution);
        deleteParts(id, ResultPart.PROGRESS);
    }

    /** @param result what came of it; holds no secret */
    public void ended(long id, JsonObject result) {
        locked(id).ended(clock.instant());
        deleteParts(id, 0);
        ResultPart.split(id, result.toString()).forEach(ledger::persist);
    }

    private void deleteParts(long id, int from) {
        ledger.createQuery("delete from ResultPart p where p.id.run = ?1 and p.id.part >= ?2")
                .setParameter(1, id)
                .setParameter(2, from)
                .executeUpdate();
    }

    /** @param progress how far it is; holds no secret */
    public void movedOn(long id, JsonObject progress) {
        ResultPart known = ledger.find(ResultPart.class, ResultPart.progressKey(id));
        if (known == null) {
            ledger.persist(ResultPart.progress(id, progress.toString()));
        } else {
            known.replace(progress.toString());
        }
    }

    /** How far it is, or was when it ended; empty when it never said. */
    public Optional<JsonObject> findProgress(long id) {
        return Optional.ofNullable(ledger.find(ResultPart.class, ResultPart.progressKey(id)))
                .map(part -> BackgroundRun.read(part.text()));
    }

    /** What came of it; empty until it ended well. */
    public Optional<JsonObject> findResult(long id) {
        String text = ledger.createQuery(
                        "from ResultPart p where p.id.run = ?1 and p.id.part >= 0 order by p.id.part", ResultPart.class)
                .setParameter(1, id)
                .getResultStream()
                .map(ResultPart::text)
                .collect(Collectors.joining());
        return text.isEmpty() ? Optional.empty() : Optional.of(BackgroundRun.read(text));
    }

    /** Nothing happens when it has ended already. */
    public void failed(long id, Failure failure) {
        BackgroundRun run = locked(id);
        if (run.endedAt().isEmpty()) {
            run.failed(failure, clock.instant());
        }
    }

    private BackgroundRun locked(long id) {
        return ledger.find(BackgroundRun.class, id, LockModeType.PESSIMISTIC_WRITE);
    }

    public Optional<BackgroundRun> find(long id) {
        return Optional.ofNullable(ledger.find(BackgroundRun.class, id));
    }

    public Optional<BackgroundRun> findByJob(long jobId) {
        return ledger.createQuery("from BackgroundRun r where r.jobId = ?1", BackgroundRun.class)
                .setParameter(1, jobId)
                .getResultStream()
                .findFirst();
    }

    /** The newest runs of an owner, or of everybody when there is none given; newest first. */
    public List<BackgroundRun> list(Optional<Owner> owner, int most) {
        String whose = owner.isPresent() ? " and r.owner = :owner" : "";
        var query = ledger.createQuery(
                        "from BackgroundRun r where r.jobId is not null" + whose + " order by r.id desc",
                        BackgroundRun.class)
                .setMaxResults(most);
        owner.ifPresent(who -> query.setParameter("owner", who.toString()));
        return query.getResultList();
    }

    /** The newest runs of a job, newest first. */
    public List<BackgroundRun> listOfJob(String job, int most) {
        return ledger.createQuery(
                        "from BackgroundRun r where r.job = ?1 and r.jobId is not null order by r.id desc",
                        BackgroundRun.class)
                .setParameter(1, job)
                .setMaxResults(most)
                .getResultList();
    }

    /** Runs that have not ended and that nobody works on: their server died or was stopped. */
    public List<BackgroundRun> listAbandoned() {
        return ledger.createQuery("""
                        from BackgroundRun r where r.endedAt is null and not exists (
                          select c.work from WorkClaim c where c.work = r.work and c.expiresAt > :now)
                        order by r.id""", BackgroundRun.class)
                .setParameter("now", clock.instant())
                .getResultList();
    }

    /** @return how many ended before that */
    public int purge(Instant before) {
        ledger.createQuery("""
                        delete from ResultPart p where p.id.run in (
                          select r.id from BackgroundRun r where r.endedAt < ?1)""").setParameter(1, before).executeUpdate();
        return ledger.createQuery("delete from BackgroundRun r where r.endedAt < ?1")
                .setParameter(1, before)
                .executeUpdate();
    }
}
