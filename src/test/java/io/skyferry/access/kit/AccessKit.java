package io.skyferry.access.kit;

import io.skyferry.access.client.KnownTenants;
import io.skyferry.access.client.OAuthClients;
import io.skyferry.access.token.TapisTokenVerifier;
import io.skyferry.access.token.TenantKeys;
import io.skyferry.platform.config.Secret;
import io.skyferry.platform.config.Settings;
import io.skyferry.platform.identity.Owner;
import io.skyferry.tapis.oauth.TapisTenants;
import io.skyferry.tapis.oauth.TapisTokens;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** The feature's plain classes, put together against one Tapis. */
public record AccessKit(URI tapis, Clock clock) {
    public static final Owner ADA = new Owner(FakeTapis.USER, FakeTapis.TENANT);

    public Settings.Tapis settings() {
        return new Settings.Tapis(
                tapis,
                FakeTapis.TENANT,
                Optional.of(FakeTapis.CLIENT),
                Optional.of(new Secret(FakeTapis.CLIENT_KEY)),
                4);
    }

    public OAuthClients clients() {
        return OAuthClients.of(settings());
    }

    public KnownTenants tenants() {
        return new KnownTenants(settings(), clients());
    }

    public TapisTokens tokens() {
        return new TapisTokens(Duration.ofSeconds(2), Duration.ofSeconds(5), clock);
    }

    public TapisTokenVerifier verifier() {
        TapisTenants source = new TapisTenants(Duration.ofSeconds(2), Duration.ofSeconds(5));
        return new TapisTokenVerifier(new TenantKeys(tenants(), source::get, clock), clock);
    }
}
