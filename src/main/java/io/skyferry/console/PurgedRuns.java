package io.skyferry.console;

import io.skyferry.platform.batch.BatchTables;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which runs may be forgotten, and forgetting them in our tables and the batch container's together. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class PurgedRuns {
    private static final Set<RunState> FINAL = EnumSet.complementOf(EnumSet.of(RunState.RUNNING, RunState.STOPPING));

    @PersistenceContext(unitName = "ledger")
    private EntityManager ledger;

    @EJB
    private BatchTables batch;

    /** Runs that ended before then, by id. Not the last run of a project that is still being synced: it is continued. */
    public List<JobRun> listPurgeable(Instant endedBefore, long afterId, int most) {
        return ledger.createQuery("""
                        select r from JobRun r left join FlightProject p on p.id = r.projectId
                        where r.executionId > :after and r.state in :over and r.endedAt < :before
                          and (p is null or p.state <> io.skyferry.project.ProjectState.SYNCING
                            or exists (select n.executionId from JobRun n
                              where n.projectId = r.projectId and n.executionId > r.executionId))
                          and not exists (select o.executionId from JobRun o
                            where o.instanceId = r.instanceId and o.state not in :over)
                        order by r.executionId""", JobRun.class)
                .setParameter("after", afterId)
                .setParameter("over", FINAL)
                .setParameter("before", endedBefore)
                .setMaxResults(most)
                .getResultList();
    }

    public List<JobRun> withSameInstances(Collection<Long> instances) {
        return ledger.createQuery("select r from JobRun r where r.instanceId in :instances", JobRun.class)
                .setParameter("instances", instances)
                .getResultList();
    }

    public void delete(List<JobRun> runs) {
        batch.delete(runs.stream().map(JobRun::instanceId).collect(Collectors.toSet()));
        ledger.createQuery("delete from JobRun r where r.executionId in :ids")
                .setParameter("ids", runs.stream().map(JobRun::executionId).toList())
                .executeUpdate();
    }
}
