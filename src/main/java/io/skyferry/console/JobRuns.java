package io.skyferry.console;

import io.skyferry.platform.change.ChangeKind;
import io.skyferry.platform.change.ChangeNote;
import io.skyferry.platform.change.Changes;
import io.skyferry.platform.identity.Owner;
import io.skyferry.project.FlightProject;
import jakarta.batch.runtime.BatchStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The rows of job runs. Each method is one transaction of its own; what it returns is detached. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class JobRuns {
    private static final String FROM =
            " from JobRun r left join FlightProject p on p.id = r.projectId left join p.flight f";
    private static final Pattern PARAMETER = Pattern.compile(":(\\w+)");

    @PersistenceContext(unitName = "ledger")
    private EntityManager ledger;

    @Inject
    private Clock clock;

    @Inject
    private Changes changes;

    /** For the container's proxies only. */
    protected JobRuns() {}

    /** With a ledger whose transactions are the caller's: outside of a container. */
    JobRuns(EntityManager ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
        this.changes = new Changes(ledger, clock);
    }

    /** A run and the project that it works on, null when it works on none. */
    public record Entry(JobRun run, FlightProject project) {}

    /** The run's row, made when there was none. */
    public JobRun ensure(long execution, long instance, String job, Owner owner, Long project) {
        return Optional.ofNullable(ledger.find(JobRun.class, execution)).orElseGet(() -> {
            JobRun run = new JobRun(execution, instance, job, owner, project, clock.instant());
            ledger.persist(run);
            tell(run);
            return run;
        });
    }

    /** Changes a run that has a row. */
    public void change(long execution, Consumer<JobRun> change) {
        Optional.ofNullable(ledger.find(JobRun.class, execution, LockModeType.PESSIMISTIC_WRITE))
                .ifPresent(run -> {
                    BatchStatus before = run.status();
                    change.accept(run);
                    if (run.status() != before) {
                        tell(run);
                    }
                });
    }

    private void tell(JobRun run) {
        ChangeNote note = run.owner()
                .map(owner -> ChangeNote.of(ChangeKind.JOB_CHANGED, Owner.parse(owner)))
                .orElseGet(() -> ChangeNote.forOperators(ChangeKind.JOB_CHANGED))
                .ofJob(run.executionId())
                .saying(Json.createObjectBuilder()
                        .add("job_id", run.executionId())
                        .add("job_name", run.jobName())
                        .add("state", run.state().name())
                        .add("status", run.status().name())
                        .build());
        changes.record(run.projectId().map(note::ofProject).orElse(note));
    }

    /** Deletes the rows; nothing else is touched. */
    public void forget(Collection<Long> executions) {
        ledger.createQuery("delete from JobRun r where r.executionId in :ids")
                .setParameter("ids", executions)
                .executeUpdate();
    }

    public Optional<Entry> find(long execution) {
        return entries(Map.of("r.executionId = :id", execution), 1).stream().findFirst();
    }

    /**
     * Newest first.
     *
     * @param before only runs that are older than this one; 0 = from the newest on
     */
    public List<Entry> list(JobFilter filter, long before, int limit) {
        Map<String, Object> conditions = filter.conditions();
        if (before > 0) {
            conditions.put("r.executionId < :before", before);
        }
        return entries(conditions, limit);
    }

    /** How many there are in each state, whatever state the filter asks for. */
    public Map<RunState, Long> count(JobFilter filter) {
        Map<String, Object> conditions = filter.inStates(Set.of()).conditions();
        TypedQuery<Object[]> query = ledger.createQuery(
                "select r.state, count(r)" + FROM + where(conditions) + " group by r.state", Object[].class);
        bind(query, conditions);
        Map<RunState, Long> counts = new EnumMap<>(RunState.class);
        query.getResultStream().forEach(row -> counts.put((RunState) row[0], (Long) row[1]));
        return counts;
    }

    /** The runs that were not over when their rows were written last. */
    public List<Long> listUnfinished(int most) {
        return ledger.createQuery(
                        "select r.executionId from JobRun r where r.state in :states order by r.executionId",
                        Long.class)
                .setParameter("states", RunState.UNFINISHED)
                .setMaxResults(most)
                .getResultList();
    }

    /** By project, the id of its newest run. */
    public Map<Long, Long> newestOf(Collection<Long> projects) {
        if (projects.isEmpty()) {
            return Map.of();
        }
        return ledger.createQuery("""
                        select r.projectId, max(r.executionId) from JobRun r where r.projectId in :projects
                        group by r.projectId""", Object[].class)
                .setParameter("projects", projects)
                .getResultStream()
                .collect(Collectors.toMap(row -> (Long) row[0], row -> (Long) row[1]));
    }

    /** The projects that jobs worked on last, with the newest first. */
    public List<Long> listRecentProjects(Optional<Owner> visibleTo, int most) {
        return ledger.createQuery("""
                        select r.projectId from JobRun r
                        where r.projectId is not null and (:owner is null or r.owner = :owner)
                        group by r.projectId order by max(r.executionId) desc""", Long.class)
                .setParameter("owner", visibleTo.map(Owner::toString).orElse(null))
                .setMaxResults(most)
                .getResultList();
    }

    /** Of each of the projects its newest runs, newest first. */
    public List<Entry> listNewest(Collection<Long> projects, int each) {
        if (projects.isEmpty()) {
            return List.of();
        }
        List<Long> ids = ledger.createQuery("""
                        select n.id from (select r.executionId as id,
                            row_number() over (partition by r.projectId order by r.executionId desc) as place
                          from JobRun r where r.projectId in :projects) n
                        where n.place <= :each""", Long.class)
                .setParameter("projects", projects)
                .setParameter("each", each)
                .getResultList();
        return ids.isEmpty() ? List.of() : entries(Map.of("r.executionId in :ids", ids), ids.size());
    }

    private List<Entry> entries(Map<String, Object> conditions, int limit) {
        TypedQuery<Object[]> query = ledger.createQuery(
                "select r, p" + FROM.replace("join p.flight", "join fetch p.flight") + where(conditions)
                        + " order by r.executionId desc",
                Object[].class);
        bind(query, conditions);
        return query.setMaxResults(limit)
                .getResultStream()
                .map(row -> new Entry((JobRun) row[0], (FlightProject) row[1]))
                .toList();
    }

    private static String where(Map<String, Object> conditions) {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions.keySet());
    }

    private static void bind(TypedQuery<?> query, Map<String, Object> conditions) {
        conditions.forEach((condition, value) -> {
            Matcher name = PARAMETER.matcher(condition);
            if (name.find()) {
                query.setParameter(name.group(1), value);
            }
        });
    }
}
