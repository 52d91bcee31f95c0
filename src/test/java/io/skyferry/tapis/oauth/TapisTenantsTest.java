package io.skyferry.tapis.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.skyferry.access.kit.FakeTapis;
import io.skyferry.access.kit.FakeTapis.Canned;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import jakarta.json.Json;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TapisTenantsTest {
    private final TapisTenants tenants = new TapisTenants(Duration.ofSeconds(2), Duration.ofSeconds(5));
    private FakeTapis tapis;

    @BeforeEach
    void start() throws Exception {
        tapis = new FakeTapis();
    }

    @AfterEach
    void stop() {
        tapis.close();
    }

    private void answer(String tenantId, String publicKey) {
        String body = Json.createObjectBuilder()
                .add(
                        "result",
                        Json.createObjectBuilder()
                                .add("tenant_id", tenantId)
                                .add("token_service", tapis.issuer())
                                .add("public_key", publicKey))
                .build()
                .toString();
        tapis.answerTenant(new Canned(200, "application/json", body));
    }

    private ErrorCode failure() {
        return catchThrowableOfType(Failure.class, () -> tenants.get(tapis.baseUrl(), FakeTapis.TENANT))
                .code();
    }

    @Test
    void readsKeysInEveryLayout() {
        String pem = tapis.mint().publicKeyPem();
        for (String layout : new String[] {
            tapis.mint().publicKeyOnOneLine(), pem, pem.replace("\n", "\\n"), pem.replace("\n", "\r\n")
        }) {
            answer(FakeTapis.TENANT, layout);
            TenantDetails details = tenants.get(tapis.baseUrl(), FakeTapis.TENANT);
            assertThat(details.publicKey()).isEqualTo(tapis.mint().publicKey());
            assertThat(details.issuer()).isEqualTo(tapis.issuer());
        }
    }

    @Test
    void refusesTheDescriptionOfAnotherTenant() {
        answer("portals", tapis.mint().publicKeyPem());
        assertThat(failure()).isEqualTo(ErrorCode.TAPIS_UNEXPECTED_ANSWER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no key", "-----BEGIN PUBLIC KEY-----AAAA-----END PUBLIC KEY-----"})
    void refusesWhatIsNoKey(String key) {
        answer(FakeTapis.TENANT, key);
        assertThat(failure()).isEqualTo(ErrorCode.TAPIS_UNEXPECTED_ANSWER);
    }

    @Test
    void followsNoRedirect() throws Exception {
        try (FakeTapis other = new FakeTapis()) {
            tapis.answerTenant(new Canned(302, "text/plain", other.baseUrl() + "/v3/tenants/" + FakeTapis.TENANT));
            assertThat(failure()).isEqualTo(ErrorCode.TAPIS_UNEXPECTED_ANSWER);
            assertThat(other.requests()).isEmpty();
        }
    }
}
