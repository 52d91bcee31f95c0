package io.skyferry.access.rest;

import io.skyferry.access.client.OAuthClient;
import io.skyferry.access.client.OAuthClients;
import io.skyferry.access.vault.TokenStanding;
import io.skyferry.platform.identity.Owner;
import jakarta.json.bind.annotation.JsonbProperty;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The answer of {@code status/}. */
public record TokenStatus(boolean success, String user, List<Token> tokens) {

    /**
     * @param isValid whether work can go on with it, after a renewal if need be
     * @param expiresAt when the present access token ends
     * @param scope always empty: Tapis' tokens have none
     */
    public record Token(
            @JsonbProperty("client_id") String clientId,
            @JsonbProperty("client_name") String clientName,
            @JsonbProperty("tenant_id") String tenantId,
            @JsonbProperty("is_valid") boolean isValid,
            @JsonbProperty("expires_at") String expiresAt,
            String scope) {

        static Token of(TokenStanding standing, OAuthClients clients, Instant now) {
            String clientId = standing.key().clientId();
            return new Token(
                    clientId,
                    clients.find(clientId).map(OAuthClient::name).orElse(clientId),
                    standing.tenant(),
                    clients.find(clientId).isPresent() && standing.isUsableAt(now),
                    standing.accessExpiry().truncatedTo(ChronoUnit.SECONDS).toString(),
                    "");
        }
    }

    static TokenStatus of(Owner owner, List<TokenStanding> standings, OAuthClients clients, Instant now) {
        return new TokenStatus(
                true,
                owner.toString(),
                standings.stream()
                        .map(standing -> Token.of(standing, clients, now))
                        .toList());
    }
}
