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

/**
 * Records what anybody can do without proving who he is: of the same event at most one a minute for each address, and
 * no more than fit in memory. However many requests come, the trail grows slowly.
 */
@ApplicationScoped
public class RefusalAudit {
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int MOST_EVENTS = 1000;

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
        record(new AuditEvent(
                Optional.empty(), "refused proof", "", address, failure.code().name()));
    }

    /** @param event of nobody */
    void record(AuditEvent event) {
        if (isDue(event.address() + " " + event.what() + " " + event.outcome())) {
            audit.record(event);
        }
    }

    private synchronized boolean isDue(String kind) {
        Instant now = clock.instant();
        last.values().removeIf(at -> !now.isBefore(at.plus(PAUSE)));
        if (last.containsKey(kind) || last.size() >= MOST_EVENTS) {
            return false;
        }
        last.put(kind, now);
        return true;
    }
}
