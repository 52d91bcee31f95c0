package io.skyferry.access.session;

import io.skyferry.access.client.OAuthClient;
import io.skyferry.access.client.OAuthClients;
import io.skyferry.access.vault.StoredToken;
import io.skyferry.access.vault.TokenKey;
import io.skyferry.platform.config.Secret;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.identity.Caller;
import io.skyferry.tapis.oauth.DeviceCode;
import io.skyferry.tapis.oauth.TapisDevices;
import io.skyferry.tapis.oauth.TapisTokens;
import java.util.Optional;

/** Signing in from a terminal: the person agrees in a browser, the terminal asks until he has. Thread-safe. */
public final class DeviceSignIn {

    /** @param clientId which client the code is for */
    public record Begun(String clientId, DeviceCode code) {}

    private final OAuthClients clients;
    private final TapisDevices devices;
    private final TapisTokens tapis;
    private final SignIn signIn;
    private final TokenKeeper keeper;

    public DeviceSignIn(
            OAuthClients clients, TapisDevices devices, TapisTokens tapis, SignIn signIn, TokenKeeper keeper) {
        this.clients = clients;
        this.devices = devices;
        this.tapis = tapis;
        this.signIn = signIn;
        this.keeper = keeper;
    }

    /** @throws Failure CLIENT_NOT_FOUND; those of {@link TapisDevices} */
    public Begun begin(Optional<String> clientId) {
        OAuthClient client = clientId.map(clients::get).orElseGet(clients::getFirst);
        return new Begun(client.clientId(), devices.begin(client.baseUrl(), client.clientId()));
    }

    /**
     * @return empty while the person has not agreed yet
     * @throws Failure SIGN_IN_REFUSED when the code is over; those of {@link TapisTokens}
     */
    public Optional<StoredToken> poll(String clientId, Secret deviceCode) {
        OAuthClient client = clients.get(clientId);
        return tapis.poll(client.credentials(), deviceCode).map(tokens -> signIn.keep(client, tokens));
    }

    /**
     * A valid access token for a terminal on which its owner logged in.
     *
     * @throws Failure NO_TAPIS_TOKEN; TOKEN_EXPIRED; those of {@link TapisTokens}
     */
    public StoredToken get(TokenKey key) {
        return keeper.get(key);
    }

    /**
     * A fresh access token for somebody who shows one that is still good. A browser session does not do: no script in a
     * page may ever get hold of a Tapis token.
     *
     * @throws Failure FORBIDDEN; NO_TAPIS_TOKEN; TOKEN_EXPIRED; those of {@link TapisTokens}
     */
    public StoredToken renew(Caller caller, String clientId) {
        Secret presented = caller.presentedToken()
                .orElseThrow(() -> new Failure(ErrorCode.FORBIDDEN, "This needs a Tapis token in the request."));
        StoredToken stored =
                keeper.get(TokenKey.of(caller.owner(), clients.get(clientId).clientId()));
        boolean same = stored.tokens().accessToken().reveal().equals(presented.reveal());
        return same ? keeper.renewed(stored) : stored;
    }
}
