package io.skyferry.access.browser;

import io.skyferry.access.client.OAuthClient;
import io.skyferry.access.client.OAuthClients;
import io.skyferry.access.session.SignIn;
import io.skyferry.platform.config.Secret;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.identity.Owner;
import io.skyferry.tapis.oauth.TapisMetadata;
import io.skyferry.tapis.oauth.TapisTokens;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The authorization code flow: to the tenant's page and back. Thread-safe. */
public final class SignInFlow {
    static final Duration LIFE = Duration.ofMinutes(10);
    static final String BASE_PATH = "/api/oauth2/tapis/";

    /**
     * @param page where the browser goes now
     * @param browser what it keeps until it comes back
     */
    public record Begun(URI page, Secret browser) {}

    /** @param redirectAfter where the browser goes now */
    public record Ended(Owner owner, URI redirectAfter) {}

    private final OAuthClients clients;
    private final SignInStates states;
    private final TapisMetadata metadata;
    private final TapisTokens tapis;
    private final SignIn signIn;
    private final URI publicUrl;
    private final SecureRandom random;
    private final Clock clock;

    public SignInFlow(
            OAuthClients clients,
            SignInStates states,
            TapisMetadata metadata,
            TapisTokens tapis,
            SignIn signIn,
            URI publicUrl,
            SecureRandom random,
            Clock clock) {
        this.clients = clients;
        this.states = states;
        this.metadata = metadata;
        this.tapis = tapis;
        this.signIn = signIn;
        this.publicUrl = publicUrl;
        this.random = random;
        this.clock = clock;
    }

    /**
     * @param redirectAfter may be null or anything else; see {@link OwnPath}
     * @param kept what the browser keeps of a sign-in that it began in another tab, so that both can come back
     * @throws Failure CLIENT_NOT_FOUND
     */
    public Begun begin(String clientId, String redirectAfter, Optional<Secret> kept) {
        OAuthClient client = clients.get(clientId);
        Secret state = OneTimeText.make(random);
        Secret browser = kept.filter(secret -> OneTimeText.isWellFormed(secret.reveal()))
                .orElseGet(() -> OneTimeText.make(random));
        boolean pkce = metadata.acceptsS256(client.baseUrl());
        states.put(new SignInState(
                OneTimeText.hash(state),
                OneTimeText.hash(browser),
                client.clientId(),
                OwnPath.of(redirectAfter),
                pkce,
                clock.instant().plus(LIFE)));
        return new Begun(page(client, state, browser, pkce), browser);
    }

    private URI page(OAuthClient client, Secret state, Secret browser, boolean pkce) {
        StringBuilder page = new StringBuilder(client.authorizationUrl().toString())
                .append("?response_type=code")
                .append("&client_id=")
                .append(encoded(client.clientId()))
                .append("&redirect_uri=")
                .append(encoded(callback(client)))
                .append("&state=")
                .append(state.reveal());
        if (pkce) {
            page.append("&code_challenge_method=S256&code_challenge=")
                    .append(OneTimeText.challenge(OneTimeText.derive(browser, state)));
        }
        return URI.create(page.toString());
    }

    /**
     * @param state as it came back; null when it did not
     * @param code null when the tenant gave none
     * @param browser what the browser kept
     * @throws Failure SIGN_IN_EXPIRED, before Tapis is asked anything; SIGN_IN_REFUSED; the failures of
     *     {@link TapisTokens}
     */
    public Ended end(String state, String code, Optional<Secret> browser) {
        SignInState begun = take(state, browser);
        if (code == null || code.isBlank() || code.length() > 1000) {
            throw new Failure(ErrorCode.SIGN_IN_REFUSED, "Tapis sent the browser back without a code.");
        }
        OAuthClient client = clients.get(begun.clientId());
        Optional<Secret> verifier =
                begun.pkce() ? browser.map(secret -> OneTimeText.derive(secret, new Secret(state))) : Optional.empty();
        Owner owner = Owner.parse(
                signIn.keep(client, tapis.exchange(client.credentials(), new Secret(code), callback(client), verifier))
                        .key()
                        .owner());
        return new Ended(owner, URI.create(publicUrl + begun.redirectAfter()));
    }

    /** Whoever comes with a known state uses it up, even from the wrong browser. */
    private SignInState take(String state, Optional<Secret> browser) {
        Instant now = clock.instant();
        return Optional.ofNullable(state)
                .filter(OneTimeText::isWellFormed)
                .flatMap(text -> states.take(OneTimeText.hash(new Secret(text))))
                .filter(begun -> now.isBefore(begun.expiresAt()))
                .filter(begun -> browser.map(OneTimeText::hash)
                        .filter(begun.browserHash()::equals)
                        .isPresent())
                .orElseThrow(() -> new Failure(
                        ErrorCode.SIGN_IN_EXPIRED,
                        "This sign-in was not begun in this browser, took too long, or was finished already."));
    }

    /** @return how many sign-ins never came back in time */
    public int purge() {
        return states.purge(clock.instant());
    }

    private String callback(OAuthClient client) {
        return client.callbackUrl().map(URI::toString).orElse(publicUrl + BASE_PATH + "callback/");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
