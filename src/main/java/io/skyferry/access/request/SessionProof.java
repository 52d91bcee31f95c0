package io.skyferry.access.request;

import io.skyferry.access.browser.BrowserCookies;
import io.skyferry.access.browser.BrowserSession;
import io.skyferry.access.browser.BrowserSessions;
import io.skyferry.platform.config.Secret;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.identity.Caller;
import io.skyferry.platform.identity.Owner;
import java.util.Map;
import java.util.Optional;

/**
 * The cookie of a browser session. A cookie comes along by itself, so whatever changes something has to show that our
 * own page sent it. A session that is over counts as no proof: its cookie must not stand in the way of a new sign-in.
 */
final class SessionProof implements Proof {
    private final BrowserSessions sessions;
    private final BrowserCookies cookies;
    private final Roles roles;

    SessionProof(BrowserSessions sessions, BrowserCookies cookies, Roles roles) {
        this.sessions = sessions;
        this.cookies = cookies;
        this.roles = roles;
    }

    @Override
    public Optional<ApiPrincipal> find(IncomingRequest request) {
        Optional<BrowserSession> session =
                request.cookie(cookies.sessionName()).map(Secret::new).flatMap(sessions::find);
        if (session.isPresent() && !new SameSite(cookies.origin()).allows(request)) {
            throw new Failure(ErrorCode.OTHER_SITE, "A change was asked for from outside Skyferry's own page.");
        }
        return session.map(BrowserSession::owner).map(this::principal);
    }

    private ApiPrincipal principal(Owner owner) {
        Map<String, Object> claims =
                Map.of("sub", owner.toString(), "tapis/username", owner.name(), "tapis/tenant_id", owner.tenant());
        return new ApiPrincipal(new Caller(owner, roles.of(owner), Optional.empty()), claims);
    }
}
