package io.skyferry.access.session;

import io.skyferry.access.client.KnownTenants;
import io.skyferry.access.client.OAuthClients;
import io.skyferry.access.vault.StoredToken;
import io.skyferry.access.vault.TokenKey;
import io.skyferry.access.vault.TokenStanding;
import io.skyferry.access.vault.TokenStore;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.identity.Caller;
import io.skyferry.platform.identity.Owner;
import io.skyferry.tapis.oauth.TapisTokens;
import java.util.List;
import java.util.Optional;

/** What somebody may do with the tokens that are stored for him. Thread-safe. */
public final class OwnTokens {
    private final TokenStore store;
    private final TokenKeeper keeper;
    private final OAuthClients clients;
    private final KnownTenants tenants;
    private final Revocation revocation;

    public OwnTokens(
            TokenStore store, TokenKeeper keeper, OAuthClients clients, KnownTenants tenants, TapisTokens tapis) {
        this.store = store;
        this.keeper = keeper;
        this.clients = clients;
        this.tenants = tenants;
        this.revocation = new Revocation(tapis);
    }

    public List<TokenStanding> list(Owner owner) {
        return store.list(owner);
    }

    /**
     * Renews the token at its owner's own wish; work that waited for him goes on.
     *
     * @throws Failure CLIENT_NOT_FOUND; NO_TAPIS_TOKEN; TOKEN_EXPIRED; the failures of {@link TapisTokens}
     */
    public StoredToken refresh(Owner owner, String clientId) {
        clients.get(clientId);
        TokenKey key = TokenKey.of(owner, clientId);
        StoredToken renewed = keeper.renewed(keeper.stored(key));
        store.signedIn(key);
        return renewed;
    }

    /**
     * Forgets the token, then revokes it at Tapis if that can be done.
     *
     * @throws Failure NO_TAPIS_TOKEN when none is stored, CLIENT_NOT_FOUND when there is no such client either
     */
    public void revoke(Owner owner, String clientId) {
        TokenKey key = TokenKey.of(owner, clientId);
        Optional<StoredToken> token = findReadable(key);
        if (!store.delete(key)) {
            clients.get(clientId);
            throw new Failure(ErrorCode.NO_TAPIS_TOKEN, "No token is stored for this client.");
        }
        clients.find(clientId)
                .ifPresent(client -> token.ifPresent(stored -> revocation.revoke(client.baseUrl(), stored.tokens())));
    }

    /** Revokes the token with which the caller came, if he came with one and it can be done. */
    public void revokePresented(Caller caller) {
        tenants.findBaseUrl(caller.owner().tenant())
                .ifPresent(baseUrl -> caller.presentedToken().ifPresent(token -> revocation.revoke(baseUrl, token)));
    }

    /** A row that can't be opened must still be deletable. */
    private Optional<StoredToken> findReadable(TokenKey key) {
        try {
            return store.find(key);
        } catch (Failure e) {
            return Optional.empty();
        }
    }
}
