package io.skyferry.access.session;

import io.skyferry.access.client.OAuthClient;
import io.skyferry.access.client.OAuthClients;
import io.skyferry.access.token.TapisTokenVerifier;
import io.skyferry.access.vault.StoredToken;
import io.skyferry.access.vault.TokenKey;
import io.skyferry.platform.config.Secret;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.identity.Owner;
import io.skyferry.tapis.oauth.IssuedTokens;
import io.skyferry.tapis.oauth.TapisTokens;
import java.util.Optional;

/** Signing in with a Tapis name and password, which are handed on and forgotten. Thread-safe. */
public final class SignIn {
    private final OAuthClients clients;
    private final TapisTokens tapis;
    private final TapisTokenVerifier verifier;
    private final TokenKeeper keeper;

    public SignIn(OAuthClients clients, TapisTokens tapis, TapisTokenVerifier verifier, TokenKeeper keeper) {
        this.clients = clients;
        this.tapis = tapis;
        this.verifier = verifier;
        this.keeper = keeper;
    }

    /**
     * Stores the tokens of the one whom Tapis says it is, which may differ from the name as it was typed.
     *
     * @throws Failure CLIENT_NOT_FOUND; SIGN_IN_REFUSED; the failures of {@link TapisTokens}
     */
    public StoredToken signIn(String username, Secret password, Optional<String> clientId) {
        OAuthClient client = clientId.map(clients::get).orElseGet(clients::getFirst);
        IssuedTokens tokens = tapis.signIn(client.credentials(), username, password);
        Owner owner = owner(client, tokens);
        return keeper.put(TokenKey.of(owner, client.clientId()), owner.tenant(), tokens);
    }

    private Owner owner(OAuthClient client, IssuedTokens tokens) {
        Owner owner;
        try {
            owner = verifier.verify(tokens.accessToken()).owner();
        } catch (Failure e) {
            throw e.code().retryable() ? e : unexpected(e);
        }
        if (!owner.tenant().equals(client.tenantId())) {
            throw unexpected(null);
        }
        return owner;
    }

    private static Failure unexpected(Failure cause) {
        return new Failure(
                ErrorCode.TAPIS_UNEXPECTED_ANSWER, "Tapis gave a token that its own tenant doesn't vouch for.", cause);
    }
}
