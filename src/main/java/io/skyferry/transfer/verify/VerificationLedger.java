package io.skyferry.transfer.verify;

import io.skyferry.platform.config.Settings;
import io.skyferry.platform.failure.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Keeps the last verification of each project. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class VerificationLedger {
    static final int MOST_FINDINGS = 5000;

    @PersistenceContext(unitName = "ledger")
    private EntityManager ledger;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    /** @return false when one of the project runs already */
    boolean begin(long project, boolean full, long images) {
        VerificationRow last = ledger.find(VerificationRow.class, project, LockModeType.PESSIMISTIC_WRITE);
        if (last != null && last.state(clock.instant()).equals(VerificationRow.RUNNING)) {
            return false;
        }
        ledger.createQuery("delete from FindingRow f where f.projectId = :project")
                .setParameter("project", project)
                .executeUpdate();
        ledger.merge(new VerificationRow(project, full, settings.server().nodeName(), images, clock.instant()));
        return true;
    }

    void advance(long project, long checked, List<Finding> findings) {
        VerificationRow row = ledger.find(VerificationRow.class, project, LockModeType.PESSIMISTIC_WRITE);
        long room = Math.max(0, MOST_FINDINGS - row.differences());
        findings.stream().limit(room).forEach(finding -> ledger.persist(new FindingRow(project, finding)));
        row.advanced(checked, findings.size(), clock.instant());
    }

    void end(long project, Failure failure) {
        ledger.find(VerificationRow.class, project, LockModeType.PESSIMISTIC_WRITE)
                .ended(failure, clock.instant());
    }

    Optional<VerificationRow> find(long project) {
        return Optional.ofNullable(ledger.find(VerificationRow.class, project));
    }

    List<Finding> listFindings(long project, int most) {
        return ledger.createQuery(
                        "select f from FindingRow f where f.projectId = :project order by f.id", FindingRow.class)
                .setParameter("project", project)
                .setMaxResults(most)
                .getResultStream()
                .map(FindingRow::finding)
                .toList();
    }
}
