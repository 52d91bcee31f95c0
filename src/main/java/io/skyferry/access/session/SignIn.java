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
import java.util.function.Consumer;

/** Keeps the tokens of a sign-in. A Tapis name and password are handed on and forgotten. Thread-safe. */
public final class SignIn {
    private final OAuthClients clients;
    private final TapisTokens tapis;
    private final TapisTokenVerifier verifier;
    private final TokenKeeper keeper;
    private final Consumer<Owner> told;

    /** @param told learns of each sign-in after its tokens are stored */
    public SignIn(
            OAuthClients clients,
            TapisTokens tapis,
            TapisTokenVerifier verifier,
            TokenKeeper keeper,
            Consumer<Owner> told) {
        this.clients = clients;
        this.tapis = tapis;
        this.verifier = verifier;
        this.keeper = keeper;
        this.told = told;
    }

    /**
     * Stores the tokens of the one whom Tapis says it is, which may differ from the name as it was typed.
     *
     * @throws Failure CLIENT_NOT_FOUND; SIGN_IN_REFUSED; the failures of {@link TapisTokens}
     */
    public StoredToken signIn(String username, Secret password, Optional<String> clientId) {
        OAuthClient client = clientId.map(clients::get).orElseGet(clients::getFirst);
        return keep(client, tapis.signIn(client.credentials(), username, password));
    }

    /**
     * Stores tokens that the client just got, of the one whom they name, once they stand every check that an API
     * caller's token has to stand.
     *
     * @throws Failure TAPIS_UNEXPECTED_ANSWER when they don't
     */
    public StoredToken keep(OAuthClient client, IssuedTokens tokens) {
        Owner owner = owner(client, tokens);
        StoredToken stored = keeper.put(TokenKey.of(owner, client.clientId()), owner.tenant(), tokens);
        told.accept(owner);
        return stored;
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
