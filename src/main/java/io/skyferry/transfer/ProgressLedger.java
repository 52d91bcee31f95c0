package io.skyferry.transfer;

import io.skyferry.platform.config.Settings;
import io.skyferry.platform.pace.HostLimits;
import io.skyferry.project.SyncProgress;
import io.skyferry.project.SyncProgressBook;
import io.skyferry.tapis.TapisPace;
import io.skyferry.webodm.WebOdm;
import io.skyferry.webodm.WebOdmPace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Writes down how far runs are, so that every server can say so. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class ProgressLedger implements SyncProgressBook {
    @PersistenceContext(unitName = "ledger")
    private EntityManager ledger;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    @Inject
    @TapisPace
    private HostLimits tapis;

    @Inject
    @WebOdmPace
    private HostLimits uploads;

    @Inject
    private WebOdm webOdm;

    /** Nothing happens when a later run of the project wrote already. */
    void write(SyncRun run, boolean isEnd) {
        ProgressRow row = ledger.find(ProgressRow.class, run.project(), LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            row = new ProgressRow(run.project());
        } else if (row.fence() > run.fence()) {
            return;
        }
        row.write(run, settings.server().nodeName(), isEnd ? null : wait(run).orElse(null), isEnd, clock.instant());
        ledger.merge(row);
    }

    private Optional<SyncWait> wait(SyncRun run) {
        return run.waiting()
                .or(() -> run.source().flatMap(source -> wait("TAPIS", tapis, source)))
                .or(() -> wait("WEBODM", uploads, webOdm.baseUrl()));
    }

    private static Optional<SyncWait> wait(String side, HostLimits limits, URI host) {
        Instant since = limits.limitOf(host).state().waitingSince();
        return Optional.ofNullable(since).map(begin -> new SyncWait(side, begin));
    }

    @Override
    public Optional<SyncProgress> find(long project) {
        return Optional.ofNullable(ledger.find(ProgressRow.class, project)).map(row -> row.view(clock.instant()));
    }
}
