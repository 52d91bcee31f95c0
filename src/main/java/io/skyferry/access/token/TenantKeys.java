package io.skyferry.access.token;

import io.skyferry.access.client.KnownTenants;
import io.skyferry.platform.failure.Failure;
import io.skyferry.tapis.oauth.TenantDetails;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The signing keys of the known tenants, fetched when first needed and then kept. However many bad tokens come, a
 * tenant is asked at most once a minute (every five seconds until it has answered once). Thread-safe.
 */
public final class TenantKeys {

    /** Where a tenant's key comes from. */
    @FunctionalInterface
    public interface Source {
        /** @throws Failure when Tapis doesn't tell */
        TenantDetails get(URI baseUrl, String tenantId);
    }

    /** A tenant that moves to another address is another one. */
    private record Place(URI baseUrl, String tenantId) {}

    private final KnownTenants tenants;
    private final Source source;
    private final Clock clock;
    private final Map<Place, TenantKey> keys = new ConcurrentHashMap<>();

    public TenantKeys(KnownTenants tenants, Source source, Clock clock) {
        this.tenants = tenants;
        this.source = source;
        this.clock = clock;
    }

    /** @throws Failure INVALID_TOKEN for tenants whose users may not come */
    TenantKey get(String tenantId) {
        URI baseUrl = tenants.findBaseUrl(tenantId)
                .orElseThrow(() -> CompactToken.invalid("The token's tenant is not served here."));
        return keys.computeIfAbsent(
                new Place(baseUrl, tenantId), place -> new TenantKey(() -> source.get(baseUrl, tenantId), clock));
    }
}
