package io.skyferry.project;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Which projects WebODM is to be asked about now, and by which server. Each method is one transaction of its own. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class WatchList {
    /** A server that took a look over and died keeps others from it for so long. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    @PersistenceContext(unitName = "ledger")
    private EntityManager ledger;

    private Clock clock;

    /** For the container's proxies only. */
    protected WatchList() {}

    @Inject
    public WatchList(Clock clock) {
        this.clock = clock;
    }

    /** With a ledger whose transactions are the caller's: outside of a container. */
    WatchList(EntityManager ledger, Clock clock) {
        this(clock);
        this.ledger = ledger;
    }

    /** Projects that no sync works on, longest waiting first. */
    public List<Long> listDue(int most) {
        return ledger.createQuery("""
                        select w.projectId from ProjectWatch w, FlightProject p
                        where p.id = w.projectId and w.nextLookAt <= :now and p.webOdmTaskId is not null
                          and p.state <> io.skyferry.project.ProjectState.SYNCING and p.signedOutAt is null
                          and (p.errorCode is null or p.errorCode not in ('WEBODM_TASK_GONE', 'WEBODM_PROJECT_GONE'))
                        order by w.nextLookAt""", Long.class)
                .setParameter("now", clock.instant())
                .setMaxResults(most)
                .getResultList();
    }

    /** @return whether it is this caller who looks; no other server does then, for a while */
    public boolean take(long project) {
        Instant now = clock.instant();
        return ledger.createQuery("""
                        update ProjectWatch w set w.nextLookAt = :until
                        where w.projectId = :project and w.nextLookAt <= :now""")
                        .setParameter("until", now.plus(LEASE))
                        .setParameter("project", project)
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    public Optional<ProjectWatch> find(long project) {
        return Optional.ofNullable(ledger.find(ProjectWatch.class, project));
    }
}
