package io.skyferry.webodm;

import io.skyferry.platform.config.Secret;
import io.skyferry.platform.config.Settings;
import io.skyferry.platform.config.WebOdmAuth;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.identity.Owner;
import io.skyferry.platform.rest.RestClients;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Finds as whom we act in WebODM for an owner, in the way that he chose among those that the installation offers. Thread-safe. */
@ApplicationScoped
public class WebOdmUsers {
    private record Account(String username, String password, Optional<String> sharesWith) {}

    private final Map<Account, WebOdmUser> signedIn = new ConcurrentHashMap<>();
    private Settings.WebOdm settings;
    private LinkedAccounts linked;
    private ActingChoices choices;
    private Clock clock;
    private TokenAuthApi tokens;

    /** For the container's proxies only. */
    protected WebOdmUsers() {}

    @Inject
    public WebOdmUsers(Settings settings, LinkedAccounts linked, ActingChoices choices, Clock clock) {
        this.settings = settings.webOdm();
        this.linked = linked;
        this.choices = choices;
        this.clock = clock;
        this.tokens = WebOdmClients.build(this.settings.baseUrl(), TokenAuthApi.class);
    }

    /** Ends the connections to WebODM. */
    @PreDestroy
    public void close() {
        RestClients.close(tokens);
    }

    /** The ways that the installation offers. */
    public List<WebOdmAuth> ways() {
        return settings.ways();
    }

    /** A choice that is not offered any more counts as none. */
    public WebOdmAuth wayFor(Owner owner) {
        return choices.find(owner)
                .filter(settings.ways()::contains)
                .orElse(settings.ways().get(0));
    }

    /** @throws Failure WEBODM_NOT_LINKED when the owner has to link his account first */
    public WebOdmUser getFor(Owner owner) {
        return switch (wayFor(owner)) {
            case SIGNING_KEY ->
                new MintedUser(owner.name(), settings.signingKey().orElseThrow());
            case SERVICE ->
                signedIn(
                        settings.username().orElseThrow(),
                        settings.password().orElseThrow(),
                        Optional.of(owner.name()));
            case LINKED -> {
                LinkedAccounts.LinkedAccount account = linked.find(owner)
                        .orElseThrow(() ->
                                new Failure(ErrorCode.WEBODM_NOT_LINKED, owner + " has not linked a WebODM account."));
                yield signedIn(account.username(), account.password(), Optional.empty());
            }
        };
    }

    private WebOdmUser signedIn(String username, Secret password, Optional<String> sharesWith) {
        return signedIn.computeIfAbsent(
                new Account(username, password.reveal(), sharesWith),
                account -> new SignedInUser(username, sharesWith, () -> signIn(account), clock));
    }

    private String signIn(Account account) {
        try {
            return tokens.signIn(Json.createObjectBuilder()
                            .add("username", account.username())
                            .add("password", account.password())
                            .build())
                    .getString("token");
        } catch (Failure e) {
            if (e.code() == ErrorCode.WEBODM_REFUSED) {
                throw new Failure(
                        ErrorCode.WEBODM_SIGN_IN,
                        "WebODM does not accept the password of " + account.username() + "; link the account again.");
            }
            throw e;
        } catch (RuntimeException e) {
            throw WebOdmErrors.withoutAnswer(e);
        }
    }
}
