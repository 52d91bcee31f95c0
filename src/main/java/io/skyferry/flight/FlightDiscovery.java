package io.skyferry.flight;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.tapis.RequestCount;
import io.skyferry.tapis.Tapis;
import io.skyferry.tapis.TapisSession;
import io.skyferry.tapis.TapisSystem;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the flights that a user may see. Systems and directories are scanned several at a time; how many requests are
 * open at once is the Tapis host's limit, not the number of threads. Whatever is seen is kept as the user's sightings.
 */
@ApplicationScoped
@ManagedExecutorDefinition(name = "java:app/concurrent/scan", maxAsync = 16, virtual = true)
public class FlightDiscovery {
    private final Tapis tapis;
    private final Sightings sightings;

    @Resource(lookup = "java:app/concurrent/scan")
    private ManagedExecutorService threads;

    /** For the container's proxies only. */
    protected FlightDiscovery() {
        this(null, Sightings.NONE);
    }

    @Inject
    public FlightDiscovery(Tapis tapis, Sightings sightings) {
        this.tapis = tapis;
        this.sightings = sightings;
    }

    /** With threads of the caller's own: outside of a container. */
    FlightDiscovery(Tapis tapis, Sightings sightings, ManagedExecutorService threads) {
        this(tapis, sightings);
        this.threads = threads;
    }

    /** The project systems that the user may see, ordered by id. */
    public List<TapisSystem> listSystems(TapisSession session, RequestCount count) {
        List<TapisSystem> systems = tapis.listSystems(session, FlightRule.SYSTEM_SEARCH, count).stream()
                .filter(system -> FlightRule.isProjectSystem(system.id()))
                .toList();
        sightings.sawSystems(
                session.owner(), systems.stream().map(TapisSystem::id).collect(Collectors.toSet()));
        return systems;
    }

    /**
     * Scans all project systems that the user may see.
     *
     * @param follower told of each step forward
     */
    public ScanResult scanAll(TapisSession session, ScanFollower follower) {
        RequestCount count = new RequestCount();
        List<String> ids =
                listSystems(session, count).stream().map(TapisSystem::id).toList();
        return newScan(session, count).followedBy(follower).scan(ids, List.of());
    }

    /**
     * Scans the named systems; one that the user may not see is a problem of the result.
     *
     * @param follower as for {@link #scanAll}
     * @throws Failure SYSTEM_NOT_ACCESSIBLE when he may see none of them
     */
    public ScanResult scan(TapisSession session, Set<String> wanted, ScanFollower follower) {
        RequestCount count = new RequestCount();
        Set<String> visible = new HashSet<>();
        listSystems(session, count).forEach(system -> visible.add(system.id()));
        List<ScanProblem> problems = new ArrayList<>();
        wanted.stream()
                .filter(id -> !visible.contains(id))
                .sorted()
                .forEach(id -> problems.add(ScanProblem.ofSystem(id, unknown(id))));
        List<String> ids = wanted.stream().filter(visible::contains).sorted().toList();
        if (ids.isEmpty()) {
            throw unknown(String.join(", ", wanted));
        }
        return newScan(session, count).followedBy(follower).scan(ids, problems);
    }

    /** Looks only at the named flights: one listing each. */
    public ScanResult lookAt(TapisSession session, List<FlightName> names) {
        ScanResult result = new SystemScan(tapis, session, threads, new RequestCount()).lookAt(names);
        sightings.saw(session.owner(), result.flights());
        return result;
    }

    /** Each system's sights are kept while the others are scanned, and stay kept when a later one fails. */
    private SystemScan newScan(TapisSession session, RequestCount count) {
        return new SystemScan(tapis, session, threads, count, system -> sightings.scanned(session.owner(), system));
    }

    private static Failure unknown(String id) {
        return new Failure(
                ErrorCode.SYSTEM_NOT_ACCESSIBLE, "No system with the id " + id + " is visible to this user in Tapis.");
    }
}
