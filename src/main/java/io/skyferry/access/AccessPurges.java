package io.skyferry.access;

import io.skyferry.access.audit.KeptAudit;
import io.skyferry.access.browser.BrowserSessions;
import io.skyferry.access.browser.SignInFlow;
import io.skyferry.platform.upkeep.Purge;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.function.IntSupplier;

/** What of this feature is over some day. */
@ApplicationScoped
public class AccessPurges {
    private record Named(String what, IntSupplier work) implements Purge {
        @Override
        public int purge() {
            return work.getAsInt();
        }
    }

    @Produces
    @Singleton
    Purge signIns(SignInFlow flow) {
        return new Named("begun sign-ins", flow::purge);
    }

    @Produces
    @Singleton
    Purge sessions(BrowserSessions sessions) {
        return new Named("browser sessions", sessions::purge);
    }

    @Produces
    @Singleton
    Purge audit(KeptAudit audit) {
        return new Named("audit events", audit::purge);
    }
}
