package io.skyferry.access.request;

import io.skyferry.platform.config.Secret;
import io.skyferry.platform.identity.Caller;
import io.skyferry.platform.identity.CallerHolder;
import io.skyferry.platform.identity.Role;
import jakarta.security.enterprise.CallerPrincipal;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** An authenticated caller, as resources may inject him: principal, token claims, and our own {@link Caller}. */
final class ApiPrincipal extends CallerPrincipal implements JsonWebToken, CallerHolder {
    private static final long serialVersionUID = 1L;

    private final transient Caller caller;
    private final transient Map<String, Object> claims;

    ApiPrincipal(Caller caller, Map<String, Object> claims) {
        super(caller.owner().toString());
        this.caller = caller;
        this.claims = Map.copyOf(withoutNulls(claims));
    }

    private static Map<String, Object> withoutNulls(Map<String, Object> claims) {
        return claims.entrySet().stream()
                .filter(claim -> claim.getValue() != null)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public Caller caller() {
        return caller;
    }

    @Override
    public Set<String> getGroups() {
        return caller.roles().stream().map(Role::groupName).collect(Collectors.toSet());
    }

    @Override
    public Set<String> getClaimNames() {
        return claims.keySet();
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T getClaim(String name) {
        if (Claims.raw_token.name().equals(name)) {
            return (T) caller.presentedToken().map(Secret::reveal).orElse(null);
        }
        return (T) claims.get(name);
    }

    @Override
    public String toString() {
        return getName();
    }
}
