package io.skyferry.access.audit;

import io.skyferry.platform.audit.Audit;
import io.skyferry.platform.audit.AuditEvent;
import io.skyferry.platform.failure.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Records refused proofs: at most one a minute for each address, and no more addresses than fit in memory. */
@ApplicationScoped
public class RefusalAudit {
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int MOST_ADDRESSES = 1000;

    private final Map<String, Instant> last = new LinkedHashMap<>();
    private Audit audit;
    private Clock clock;

    protected RefusalAudit() {}

    @Inject
    RefusalAudit(Audit audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    public void record(String address, Failure failure) {
        if (isDue(address)) {
            audit.record(new AuditEvent(
                    Optional.empty(),
                    "refused proof",
                    "",
                    address,
                    failure.code().name()));
        }
    }

    private synchronized boolean isDue(String address) {
        Instant now = clock.instant();
        last.values().removeIf(at -> !now.isBefore(at.plus(PAUSE)));
        if (last.containsKey(address) || last.size() >= MOST_ADDRESSES) {
            return false;
        }
        last.put(address, now);
        return true;
    }
}
