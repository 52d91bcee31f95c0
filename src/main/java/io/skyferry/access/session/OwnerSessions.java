package io.skyferry.access.session;

import io.skyferry.access.client.KnownTenants;
import io.skyferry.access.client.OAuthClient;
import io.skyferry.access.client.OAuthClients;
import io.skyferry.access.vault.TokenKey;
import io.skyferry.access.vault.TokenStanding;
import io.skyferry.access.vault.TokenStore;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.identity.Caller;
import io.skyferry.platform.identity.Owner;
import io.skyferry.tapis.TapisSession;
import io.skyferry.tapis.TapisSessions;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Sessions over the store: of an owner's tokens, one that can still be used comes first. Thread-safe. */
public final class OwnerSessions implements TapisSessions {
    private final TokenStore store;
    private final TokenKeeper keeper;
    private final OAuthClients clients;
    private final KnownTenants tenants;
    private final Clock clock;

    public OwnerSessions(
            TokenStore store, TokenKeeper keeper, OAuthClients clients, KnownTenants tenants, Clock clock) {
        this.store = store;
        this.keeper = keeper;
        this.clients = clients;
        this.tenants = tenants;
        this.clock = clock;
    }

    @Override
    public TapisSession forCaller(Caller caller) {
        try {
            TapisSession stored = forOwner(caller.owner());
            stored.token();
            return stored;
        } catch (Failure e) {
            return presented(caller).orElseThrow(() -> e);
        }
    }

    @Override
    public TapisSession forOwner(Owner owner) {
        List<TokenStanding> standings = standings(owner)
                .sorted(Comparator.comparing(standing -> !standing.isUsableAt(clock.instant())))
                .toList();
        if (standings.isEmpty()) {
            throw new Failure(ErrorCode.NO_TAPIS_TOKEN, "No Tapis token is stored for " + owner + ".");
        }
        TokenKey key = standings.get(0).key();
        return stored(owner, key, clients.get(key.clientId()));
    }

    @Override
    public TapisSession forOwner(Owner owner, String clientId) {
        OAuthClient client = clients.get(clientId);
        TokenKey key = store.list(owner).stream()
                .map(TokenStanding::key)
                .filter(kept -> kept.clientId().equals(clientId))
                .findFirst()
                .orElseThrow(() -> new Failure(
                        ErrorCode.NO_TAPIS_TOKEN,
                        "No Tapis token of client " + clientId + " is stored for " + owner + "."));
        return stored(owner, key, client);
    }

    private TapisSession stored(Owner owner, TokenKey key, OAuthClient client) {
        return new StoredSession(owner, client.baseUrl(), key, keeper, clock);
    }

    @Override
    public Optional<Instant> findSignIn(Owner owner) {
        return standings(owner)
                .filter(standing -> standing.isUsableAt(clock.instant()))
                .map(TokenStanding::signedInAt)
                .max(Comparator.naturalOrder());
    }

    private Stream<TokenStanding> standings(Owner owner) {
        return store.list(owner).stream()
                .filter(standing -> clients.find(standing.key().clientId()).isPresent());
    }

    private Optional<TapisSession> presented(Caller caller) {
        return caller.presentedToken()
                .flatMap(token -> tenants.findBaseUrl(caller.owner().tenant())
                        .map(baseUrl -> new PresentedSession(caller.owner(), baseUrl, token)));
    }
}
