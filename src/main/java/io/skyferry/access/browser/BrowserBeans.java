package io.skyferry.access.browser;

import io.skyferry.access.client.OAuthClients;
import io.skyferry.access.session.SignIn;
import io.skyferry.platform.config.Settings;
import io.skyferry.tapis.oauth.TapisMetadata;
import io.skyferry.tapis.oauth.TapisTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;

/** Puts the plain classes of this package together for the container. */
@ApplicationScoped
public class BrowserBeans {

    @Produces
    @Singleton
    BrowserSessions sessions(SessionStore store, Clock clock) {
        return new BrowserSessions(store, new SecureRandom(), clock);
    }

    @Produces
    @Singleton
    BrowserCookies cookies(Settings settings) {
        return new BrowserCookies(settings.server().publicUrl());
    }

    @Produces
    @Singleton
    SignInFlow flow(
            OAuthClients clients,
            SignInStates states,
            TapisMetadata metadata,
            TapisTokens tapis,
            SignIn signIn,
            Settings settings,
            Clock clock) {
        return new SignInFlow(
                clients, states, metadata, tapis, signIn, settings.server().publicUrl(), new SecureRandom(), clock);
    }
}
