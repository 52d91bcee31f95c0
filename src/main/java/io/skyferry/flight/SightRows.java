package io.skyferry.flight;

import io.skyferry.platform.identity.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rows behind {@link Sightings}. Three reads for a system, however many flights it has, and no write for a flight
 * that is as it was. Each method is one transaction; two scans that meet break a unique key, and one starts again.
 */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class SightRows {
    @PersistenceContext(unitName = "ledger")
    private EntityManager ledger;

    private Clock clock;

    /** For the container's proxies only. */
    protected SightRows() {}

    @Inject
    public SightRows(Clock clock) {
        this.clock = clock;
    }

    /** With a ledger whose transactions are the caller's: outside of a container. */
    SightRows(EntityManager ledger, Clock clock) {
        this(clock);
        this.ledger = ledger;
    }

    /** @return the system's id */
    public String keepWhole(Owner owner, ScannedSystem scan) {
        Instant now = clock.instant();
        Set<Long> known = keep(owner, scan.systemId(), scan.flights(), scan.unreadable(), now);
        SystemSight system = ensure(owner, scan.systemId());
        sights(owner, scan.systemId()).stream()
                .filter(sight -> !known.contains(sight.flightId()))
                .forEach(sight -> sight.gone(system.scannedAt(), now));
        system.scanned(now);
        return scan.systemId();
    }

    private SystemSight ensure(Owner owner, String systemId) {
        SystemSight.Key key = new SystemSight.Key(owner.toString(), systemId);
        SystemSight known = ledger.find(SystemSight.class, key);
        if (known != null) {
            return known;
        }
        SystemSight fresh = new SystemSight(key);
        ledger.persist(fresh);
        return fresh;
    }

    /** @return the system's id */
    public String keepSome(Owner owner, String systemId, List<FoundFlight> flights) {
        keep(owner, systemId, flights, Set.of(), clock.instant());
        ensure(owner, systemId);
        return systemId;
    }

    /** @return how many systems are gone for the user */
    public int forgetOthers(Owner owner, Set<String> systemIds) {
        List<String> lost = ledger.createQuery(
                        "select s.key.systemId from SystemSight s where s.key.owner = :owner", String.class)
                .setParameter("owner", owner.toString())
                .getResultStream()
                .filter(id -> !systemIds.contains(id))
                .toList();
        Instant now = clock.instant();
        for (String id : lost) {
            SystemSight system = ledger.find(SystemSight.class, new SystemSight.Key(owner.toString(), id));
            sights(owner, id).forEach(sight -> sight.gone(system.scannedAt(), now));
            ledger.remove(system);
        }
        return lost.size();
    }

    /** @return the ids of the flights that were found, or about which nothing new is known */
    private Set<Long> keep(Owner owner, String systemId, List<FoundFlight> found, Set<String> unreadable, Instant now) {
        Map<String, Flight> flights = flights(owner.tenant(), systemId);
        Map<Long, FlightSight> sights = new HashMap<>();
        sights(owner, systemId).forEach(sight -> sights.put(sight.flightId(), sight));
        Set<Long> known = new HashSet<>();
        found.stream().sorted(Comparator.comparing(FoundFlight::flightName)).forEach(one -> {
            Flight flight = flights.computeIfAbsent(one.flightName(), name -> fresh(owner.tenant(), one));
            flight.seen(one);
            known.add(flight.id());
            FlightSight sight = sights.get(flight.id());
            if (sight == null) {
                ledger.persist(new FlightSight(new FlightSight.Key(owner.toString(), flight.id()), now));
            } else {
                sight.seenAgain(now);
            }
        });
        unreadable.stream()
                .filter(flights::containsKey)
                .map(flights::get)
                .map(Flight::id)
                .forEach(known::add);
        return known;
    }

    private Flight fresh(String tenant, FoundFlight found) {
        Flight flight = new Flight(tenant, found);
        ledger.persist(flight);
        return flight;
    }

    private Map<String, Flight> flights(String tenant, String systemId) {
        Map<String, Flight> flights = new HashMap<>();
        ledger.createQuery("select f from Flight f where f.tenant = :tenant and f.systemId = :system", Flight.class)
                .setParameter("tenant", tenant)
                .setParameter("system", systemId)
                .getResultStream()
                .forEach(flight -> flights.put(flight.name(), flight));
        return flights;
    }

    private List<FlightSight> sights(Owner owner, String systemId) {
        return ledger.createQuery("""
                        select s from FlightSight s join Flight f on f.id = s.key.flightId
                        where s.key.owner = :owner and f.tenant = :tenant and f.systemId = :system""", FlightSight.class)
                .setParameter("owner", owner.toString())
                .setParameter("tenant", owner.tenant())
                .setParameter("system", systemId)
                .getResultList();
    }
}
