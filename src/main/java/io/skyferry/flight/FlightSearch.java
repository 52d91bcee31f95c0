package io.skyferry.flight;

import io.skyferry.platform.identity.Caller;
import io.skyferry.platform.identity.Owner;
import io.skyferry.tapis.TapisSessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;

/**
 * Finds flights for whoever sent a request, with the token that he stored or brought along. Every method throws
 * {@link io.skyferry.platform.failure.Failure}: NO_TAPIS_TOKEN when there is neither, TOKEN_EXPIRED when Tapis does not
 * take it.
 */
@ApplicationScoped
public class FlightSearch {
    private TapisSessions sessions;
    private FlightDiscovery discovery;

    /** For the container's proxies only. */
    protected FlightSearch() {}

    @Inject
    public FlightSearch(TapisSessions sessions, FlightDiscovery discovery) {
        this.sessions = sessions;
        this.discovery = discovery;
    }

    /**
     * @param systemIds null or empty for all that the caller may see
     * @throws io.skyferry.platform.failure.Failure INVALID_REQUEST for an id that is none of ours,
     *     SYSTEM_NOT_ACCESSIBLE when he may see none of the named ones
     */
    public ScanResult scan(Caller caller, List<String> systemIds) {
        Set<String> systems = SystemIds.checked(systemIds);
        return systems.isEmpty()
                ? discovery.scanAll(sessions.forCaller(caller), ScanFollower.NOBODY)
                : discovery.scan(sessions.forCaller(caller), systems, ScanFollower.NOBODY);
    }

    /** Looks only at the named flights: one listing each. */
    public ScanResult lookAt(Caller caller, List<FlightName> names) {
        return discovery.lookAt(sessions.forCaller(caller), names);
    }

    /**
     * As {@link #scan}, with the owner's stored token: he need not be there.
     *
     * @param follower told of each step forward
     */
    public ScanResult scanFor(Owner owner, List<String> systemIds, ScanFollower follower) {
        Set<String> systems = SystemIds.checked(systemIds);
        return systems.isEmpty()
                ? discovery.scanAll(sessions.forOwner(owner), follower)
                : discovery.scan(sessions.forOwner(owner), systems, follower);
    }

    /** As {@link #lookAt}, with the owner's stored token: he need not be there. */
    public ScanResult lookAtFor(Owner owner, List<FlightName> names) {
        return discovery.lookAt(sessions.forOwner(owner), names);
    }

    /** @throws io.skyferry.platform.failure.Failure NO_TAPIS_TOKEN when none is stored for the owner */
    public void checkStoredToken(Owner owner) {
        sessions.forOwner(owner);
    }
}
