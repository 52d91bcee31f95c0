package io.skyferry.transfer.hosts;

import io.skyferry.platform.config.BandwidthTable;
import io.skyferry.platform.config.Settings;
import io.skyferry.platform.pace.BandwidthBudget;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Has this server keep to the budget that holds for all servers now, and to the time of day. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class HostBudget {
    private static final Logger LOG = Logger.getLogger(HostBudget.class.getName());

    @Inject
    private BudgetLedger ledger;

    @Inject
    private BandwidthBudget budget;

    @Inject
    private Settings settings;

    @Schedule(hour = "*", minute = "*", second = "*/3", persistent = false)
    public void follow() {
        try {
            budget.set(ledger.find().map(BudgetRow::tables).orElseGet(this::ofSettings));
        } catch (RuntimeException e) {
            // The database is away: what held a moment ago goes on to hold.
            budget.turnClock();
            LOG.log(Level.FINE, "The bandwidth budget could not be read", e);
        }
    }

    private BandwidthBudget.Tables ofSettings() {
        return new BandwidthBudget.Tables(
                settings.transfer().bandwidth(), BandwidthTable.UNLIMITED, BandwidthTable.UNLIMITED);
    }
}
