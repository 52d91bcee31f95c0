package io.skyferry.tapis.oauth;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import jakarta.json.JsonObject;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;

/** Looks tenants up at Tapis. Thread-safe. */
public final class TapisTenants {
    private final Calls<TenantsApi> calls;

    public TapisTenants(Duration connectTimeout, Duration readTimeout) {
        this.calls = new Calls<>(TenantsApi.class, connectTimeout, readTimeout);
    }

    /**
     * @throws Failure TAPIS_UNREACHABLE, TAPIS_BUSY, TAPIS_ERROR (retryable); TAPIS_UNEXPECTED_ANSWER when this is not
     *     the tenant's description
     */
    public TenantDetails get(URI baseUrl, String tenantId) {
        Answer answer = calls.run(baseUrl, () -> calls.at(baseUrl).get(tenantId));
        if (!answer.success()) {
            throw answer.failure("tenants service");
        }
        try {
            JsonObject tenant = answer.result();
            if (!tenantId.equals(tenant.getString("tenant_id"))) {
                throw unexpected();
            }
            return new TenantDetails(
                    tenantId, tenant.getString("token_service"), publicKey(tenant.getString("public_key")));
        } catch (NullPointerException | ClassCastException | IllegalArgumentException | GeneralSecurityException e) {
            throw unexpected();
        }
    }

    /** Takes PEM in any layout: Tapis' own is often a single line. */
    private static PublicKey publicKey(String pem) throws GeneralSecurityException {
        String base64 =
                pem.replaceAll("-----[A-Z ]+-----", "").replace("\\n", "").replaceAll("\\s", "");
        return KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
    }

    private static Failure unexpected() {
        return new Failure(ErrorCode.TAPIS_UNEXPECTED_ANSWER, "The tenants service did not describe the tenant.");
    }
}
