package io.skyferry.access.request;

import io.skyferry.access.browser.BrowserCookies;
import io.skyferry.access.browser.BrowserSessions;
import io.skyferry.access.token.LocalTokenVerifier;
import io.skyferry.access.token.TapisTokenVerifier;
import io.skyferry.platform.failure.Failure;
import java.util.List;
import java.util.Optional;

/** All proofs that count here, in the order in which they are tried. Thread-safe. */
public final class RequestIdentity {
    private final List<Proof> proofs;

    public RequestIdentity(
            TapisTokenVerifier tapis,
            LocalTokenVerifier local,
            BrowserSessions sessions,
            BrowserCookies cookies,
            Roles roles) {
        this.proofs = List.of(
                new LocalProof(local), new TapisTokenProof(tapis, roles), new SessionProof(sessions, cookies, roles));
    }

    /**
     * @return empty for a request without proof
     * @throws Failure for a wrong one
     */
    Optional<ApiPrincipal> find(IncomingRequest request) {
        return proofs.stream().flatMap(proof -> proof.find(request).stream()).findFirst();
    }
}
