package io.skyferry.access.audit;

import io.skyferry.platform.audit.Audit;
import io.skyferry.platform.audit.AuditEvent;
import io.skyferry.platform.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Writes the trail, or the log when the trail can't be written. */
@ApplicationScoped
public class KeptAudit implements Audit {
    private static final Logger LOG = Logger.getLogger(KeptAudit.class.getName());

    private AuditTrail trail;
    private Settings settings;
    private Clock clock;

    protected KeptAudit() {}

    @Inject
    KeptAudit(AuditTrail trail, Settings settings, Clock clock) {
        this.trail = trail;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void record(AuditEvent event) {
        try {
            trail.add(event);
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "Not in the audit trail: " + event, e);
        }
    }

    /**
     * Forgets what is older than the installation wants to keep.
     *
     * @return how many events that were
     */
    public int purge() {
        return trail.purge(
                clock.instant().minus(Duration.ofDays(settings.server().auditDays())));
    }
}
