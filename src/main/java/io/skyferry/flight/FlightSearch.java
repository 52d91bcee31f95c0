package io.skyferry.flight;

import io.skyferry.platform.identity.Caller;
import io.skyferry.platform.identity.Owner;
import io.skyferry.tapis.TapisSession;
import io.skyferry.tapis.TapisSessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

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
        return scan(() -> sessions.forCaller(caller), systemIds, ScanFollower.NOBODY);
    }

    /** Looks only at the named flights: one listing each. */
    public ScanResult lookAt(Caller caller, List<FlightName> names) {
        return discovery.lookAt(sessions.forCaller(caller), names);
    }

    /**
     * As {@link #scan}, with the owner's stored token: he need not be there.
     *
     * @param clientId the OAuth2 client whose token it is to be; empty: any
     * @param follower told of each step forward
     */
    public ScanResult scanFor(Owner owner, Optional<String> clientId, List<String> systemIds, ScanFollower follower) {
        return scan(() -> stored(owner, clientId), systemIds, follower);
    }

    /** As the other, with nobody who follows it. */
    public ScanResult scanFor(Owner owner, Optional<String> clientId, List<String> systemIds) {
        return scanFor(owner, clientId, systemIds, ScanFollower.NOBODY);
    }

    /** As {@link #lookAt}, with the owner's stored token: he need not be there. */
    public ScanResult lookAtFor(Owner owner, Optional<String> clientId, List<FlightName> names) {
        return discovery.lookAt(stored(owner, clientId), names);
    }

    /**
     * @throws io.skyferry.platform.failure.Failure NO_TAPIS_TOKEN when none is stored for the owner; CLIENT_NOT_FOUND when
     *     there is no such client
     */
    public void checkStoredToken(Owner owner, Optional<String> clientId) {
        stored(owner, clientId);
    }

    private ScanResult scan(Supplier<TapisSession> session, List<String> systemIds, ScanFollower follower) {
        Set<String> systems = SystemIds.checked(systemIds);
        return systems.isEmpty()
                ? discovery.scanAll(session.get(), follower)
                : discovery.scan(session.get(), systems, follower);
    }

    private TapisSession stored(Owner owner, Optional<String> clientId) {
        return clientId.map(client -> sessions.forOwner(owner, client)).orElseGet(() -> sessions.forOwner(owner));
    }
}
