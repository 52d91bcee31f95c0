package io.skyferry.access.session;

import io.skyferry.access.client.OAuthClient;
import io.skyferry.access.client.OAuthClients;
import io.skyferry.access.vault.StoredToken;
import io.skyferry.access.vault.TokenKey;
import io.skyferry.access.vault.TokenStore;
import io.skyferry.platform.database.InsertRace;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.tapis.oauth.IssuedTokens;
import io.skyferry.tapis.oauth.TapisTokens;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Hands out stored tokens that are valid, renewing them in time. Thread-safe. */
public final class TokenKeeper {
    private final TokenStore store;
    private final OAuthClients clients;
    private final TapisTokens tapis;
    private final Clock clock;
    private final Map<TokenKey, RenewalLane> lanes = new ConcurrentHashMap<>();

    public TokenKeeper(TokenStore store, OAuthClients clients, TapisTokens tapis, Clock clock) {
        this.store = store;
        this.clients = clients;
        this.tapis = tapis;
        this.clock = clock;
    }

    /**
     * A valid token. A failing renewal is no failure while the present token lives.
     *
     * @throws Failure NO_TAPIS_TOKEN when there is none; TOKEN_EXPIRED when it can't be renewed any more;
     *     TAPIS_UNREACHABLE and its like when it can't be renewed now
     */
    StoredToken get(TokenKey key) {
        StoredToken seen = stored(key);
        Instant now = clock.instant();
        if (!seen.isDueAt(now)) {
            return seen;
        }
        RenewalLane lane = lane(key);
        if (seen.isValidAt(now) && lane.isBusy()) {
            return seen;
        }
        try {
            return renewed(seen);
        } catch (Failure e) {
            if (seen.isValidAt(clock.instant())) {
                return seen;
            }
            throw e;
        }
    }

    /**
     * Another token than {@code seen}; all who ask for that at one time share one renewal.
     *
     * @throws Failure as {@link #get}
     */
    StoredToken renewed(StoredToken seen) {
        RenewalLane lane = lane(seen.key());
        return lane.alone(() -> {
            StoredToken present = stored(seen.key());
            boolean other = present.version() != seen.version();
            return other && present.isValidAt(clock.instant()) ? present : lane.attempt(present, this::renew);
        });
    }

    /** Stores the tokens of a sign-in, not while a renewal of the old ones runs. */
    StoredToken put(TokenKey key, String tenant, IssuedTokens tokens) {
        return lane(key).alone(() -> InsertRace.run(() -> store.put(key, tenant, tokens)));
    }

    StoredToken stored(TokenKey key) {
        return store.find(key)
                .orElseThrow(() -> new Failure(ErrorCode.NO_TAPIS_TOKEN, "No token is stored for this client."));
    }

    private StoredToken renew(StoredToken present) {
        if (!present.isRenewableAt(clock.instant())) {
            throw new Failure(ErrorCode.TOKEN_EXPIRED, "The stored token can't be renewed any more.");
        }
        OAuthClient client = clients.find(present.key().clientId())
                .orElseThrow(() -> new Failure(ErrorCode.TOKEN_EXPIRED, "The token's client is not active any more."));
        IssuedTokens issued = tapis.refresh(
                client.credentials(), present.tokens().refreshToken().orElseThrow());
        return store.replace(present, orOldRefreshToken(issued, present))
                .orElseGet(() -> overtaken(client, present, issued));
    }

    /** A tenant may renew the access token alone. */
    private static IssuedTokens orOldRefreshToken(IssuedTokens issued, StoredToken present) {
        if (issued.refreshToken().isPresent()) {
            return issued;
        }
        return new IssuedTokens(
                issued.accessToken(),
                issued.accessExpiry(),
                present.tokens().refreshToken(),
                present.tokens().refreshExpiry(),
                issued.issuedAt());
    }

    /** Another server was faster, or the user signed out meanwhile: then nothing of him may stay valid. */
    private StoredToken overtaken(OAuthClient client, StoredToken present, IssuedTokens issued) {
        return store.find(present.key()).orElseThrow(() -> {
            new Revocation(tapis).revoke(client.baseUrl(), issued);
            return new Failure(ErrorCode.NO_TAPIS_TOKEN, "The token was revoked meanwhile.");
        });
    }

    private RenewalLane lane(TokenKey key) {
        return lanes.computeIfAbsent(key, any -> new RenewalLane(clock));
    }
}
