package io.skyferry.console;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Looks at unfinished runs when nobody else does. Each server does; doing it twice does no harm. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RunFollower {
    private static final Logger LOG = Logger.getLogger(RunFollower.class.getName());

    @Inject
    private RunFollowing following;

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    void look() {
        try {
            following.refresh();
        } catch (RuntimeException e) {
            // an exception would end the timer
            LOG.log(Level.WARNING, "Unfinished jobs could not be looked at", e);
        }
    }
}
