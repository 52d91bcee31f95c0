package io.skyferry.flight;

import io.skyferry.platform.database.InsertRace;
import io.skyferry.platform.identity.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Sightings in the ledger; each system in a transaction of its own, again when another scan was quicker. */
@ApplicationScoped
public class LedgerSightings implements Sightings {
    private SightRows rows;

    /** For the container's proxies only. */
    protected LedgerSightings() {}

    @Inject
    public LedgerSightings(SightRows rows) {
        this.rows = rows;
    }

    @Override
    public void sawSystems(Owner owner, Set<String> systemIds) {
        rows.forgetOthers(owner, systemIds);
    }

    @Override
    public void scanned(Owner owner, ScannedSystem system) {
        InsertRace.run(() -> rows.keepWhole(owner, system));
    }

    @Override
    public void saw(Owner owner, List<FoundFlight> flights) {
        Map<String, List<FoundFlight>> bySystem =
                flights.stream().collect(Collectors.groupingBy(FoundFlight::systemId));
        bySystem.forEach((system, found) -> InsertRace.run(() -> rows.keepSome(owner, system, found)));
    }
}
