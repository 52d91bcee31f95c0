package io.skyferry.access;

import io.skyferry.access.browser.BrowserCookies;
import io.skyferry.access.browser.BrowserSessions;
import io.skyferry.access.client.ClientAdministration;
import io.skyferry.access.client.ClientDirectory;
import io.skyferry.access.client.ClientStore;
import io.skyferry.access.client.KnownTenants;
import io.skyferry.access.client.OAuthClients;
import io.skyferry.access.request.RequestIdentity;
import io.skyferry.access.request.Roles;
import io.skyferry.access.session.AttemptLimit;
import io.skyferry.access.session.DeviceSignIn;
import io.skyferry.access.session.OwnTokens;
import io.skyferry.access.session.OwnerSessions;
import io.skyferry.access.session.SignIn;
import io.skyferry.access.session.TokenKeeper;
import io.skyferry.access.token.LocalTokenVerifier;
import io.skyferry.access.token.TapisTokenVerifier;
import io.skyferry.access.token.TenantKeys;
import io.skyferry.access.vault.TokenStore;
import io.skyferry.platform.config.Settings;
import io.skyferry.platform.crypto.KeyFile;
import io.skyferry.platform.identity.Owner;
import io.skyferry.platform.identity.SignedIn;
import io.skyferry.tapis.TapisSessions;
import io.skyferry.tapis.oauth.TapisDevices;
import io.skyferry.tapis.oauth.TapisTenants;
import io.skyferry.tapis.oauth.TapisTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Puts the plain classes of this feature together for the container. */
@ApplicationScoped
public class AccessBeans {
    private static final Logger LOG = Logger.getLogger(AccessBeans.class.getName());

    @Produces
    @Singleton
    ClientDirectory directory(Settings settings, ClientStore store, Clock clock) {
        return new ClientDirectory(OAuthClients.of(settings.tapis()).list(), store, clock);
    }

    @Produces
    @Singleton
    OAuthClients clients(ClientDirectory directory) {
        return new OAuthClients(directory);
    }

    @Produces
    @Singleton
    ClientAdministration administration(ClientDirectory directory, ClientStore store) {
        return new ClientAdministration(directory, store);
    }

    @Produces
    @Singleton
    KnownTenants tenants(Settings settings, OAuthClients clients) {
        return new KnownTenants(settings.tapis(), clients);
    }

    @Produces
    @Singleton
    TapisTokenVerifier tapisTokens(KnownTenants known, TapisTenants tenants, Clock clock) {
        return new TapisTokenVerifier(new TenantKeys(known, tenants::get, clock), clock);
    }

    /** The key is new at every start: what the command line made before is worth nothing after. */
    @Produces
    @Singleton
    LocalTokenVerifier localTokens(Settings settings, KnownTenants known, Clock clock) {
        KeyFile key = KeyFile.renew(settings.server().dataDir().resolve("local.key"), new SecureRandom());
        return new LocalTokenVerifier(key.key(), known, settings.tapis().tenantId(), clock);
    }

    @Produces
    @Singleton
    RequestIdentity identity(
            TapisTokenVerifier tapis,
            LocalTokenVerifier local,
            BrowserSessions sessions,
            BrowserCookies cookies,
            Settings settings) {
        return new RequestIdentity(
                tapis,
                local,
                sessions,
                cookies,
                new Roles(settings.server().admins(), settings.server().operators()));
    }

    @Produces
    @Singleton
    TokenKeeper keeper(TokenStore store, OAuthClients clients, TapisTokens tapis, Clock clock) {
        return new TokenKeeper(store, clients, tapis, clock);
    }

    @Produces
    @Singleton
    TapisSessions sessions(
            TokenStore store, TokenKeeper keeper, OAuthClients clients, KnownTenants tenants, Clock clock) {
        return new OwnerSessions(store, keeper, clients, tenants, clock);
    }

    @Produces
    @Singleton
    SignIn signIn(
            OAuthClients clients,
            TapisTokens tapis,
            TapisTokenVerifier verifier,
            TokenKeeper keeper,
            Event<SignedIn> event) {
        return new SignIn(clients, tapis, verifier, keeper, owner -> tell(event, owner));
    }

    private static void tell(Event<SignedIn> event, Owner owner) {
        try {
            event.fire(new SignedIn(owner));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "What follows a sign-in failed", e);
        }
    }

    @Produces
    @Singleton
    DeviceSignIn devices(
            OAuthClients clients, TapisDevices devices, TapisTokens tapis, SignIn signIn, TokenKeeper keeper) {
        return new DeviceSignIn(clients, devices, tapis, signIn, keeper);
    }

    @Produces
    @Singleton
    AttemptLimit attempts(Clock clock) {
        return new AttemptLimit(clock);
    }

    @Produces
    @Singleton
    OwnTokens ownTokens(
            TokenStore store, TokenKeeper keeper, OAuthClients clients, KnownTenants tenants, TapisTokens tapis) {
        return new OwnTokens(store, keeper, clients, tenants, tapis);
    }
}
