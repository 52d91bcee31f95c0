package io.skyferry.project;

import io.skyferry.platform.config.Settings;
import io.skyferry.platform.upkeep.Purge;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;

/** Records of discoveries are kept as long as ended jobs. */
@ApplicationScoped
public class DiscoveryPurge implements Purge {
    @PersistenceContext(unitName = "ledger")
    private EntityManager ledger;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    @Override
    public String what() {
        return "discovery records";
    }

    @Override
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public int purge() {
        return ledger.createQuery("delete from DiscoveryRun d where d.endedAt < ?1")
                .setParameter(
                        1,
                        clock.instant()
                                .minus(Duration.ofDays(settings.schedule().jobDays())))
                .executeUpdate();
    }
}
