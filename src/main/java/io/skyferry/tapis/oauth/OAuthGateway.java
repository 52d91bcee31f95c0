package io.skyferry.tapis.oauth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** Makes the gateway injectable. The time-outs are short, because people and other work wait for these calls. */
@ApplicationScoped
public class OAuthGateway {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(20);

    @Produces
    @Singleton
    TapisTokens tokens(Clock clock) {
        return new TapisTokens(CONNECT_TIMEOUT, READ_TIMEOUT, clock);
    }

    @Produces
    @Singleton
    TapisMetadata metadata(Clock clock) {
        return new TapisMetadata(CONNECT_TIMEOUT, READ_TIMEOUT, clock);
    }

    @Produces
    @Singleton
    TapisClients clients() {
        return new TapisClients(CONNECT_TIMEOUT, READ_TIMEOUT);
    }

    @Produces
    @Singleton
    TapisDevices devices() {
        return new TapisDevices(CONNECT_TIMEOUT, READ_TIMEOUT);
    }

    @Produces
    @Singleton
    TapisTenants tenants() {
        return new TapisTenants(CONNECT_TIMEOUT, READ_TIMEOUT);
    }
}
