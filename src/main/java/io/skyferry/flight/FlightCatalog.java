package io.skyferry.flight;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;

/** The flights that scans have seen. */
@ApplicationScoped
public class FlightCatalog {
    @PersistenceContext(unitName = "ledger")
    private EntityManager ledger;

    /**
     * Keeps what a scan saw and gives the flight's row. Fails with a broken unique key when another transaction inserts
     * the same flight at the same time; calling again then finds it.
     */
    @Transactional(TxType.REQUIRES_NEW)
    public Flight keep(String tenant, FoundFlight found) {
        Optional<Flight> known = find(tenant, found.systemId(), found.flightName());
        Flight flight = known.orElseGet(() -> new Flight(tenant, found));
        flight.seen(found);
        if (known.isEmpty()) {
            ledger.persist(flight);
        }
        return flight;
    }

    private Optional<Flight> find(String tenant, String systemId, String name) {
        return ledger.createQuery(
                        "select f from Flight f where f.tenant = :tenant and f.systemId = :system and f.name = :name",
                        Flight.class)
                .setParameter("tenant", tenant)
                .setParameter("system", systemId)
                .setParameter("name", name)
                .getResultStream()
                .findFirst();
    }
}
