package io.skyferry.access.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyferry.access.client.ClientEntry;
import io.skyferry.access.client.TenantAddress;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientBodyTest {
    private static final TenantAddress ADDRESSES = TenantAddress.besides(URI.create("https://portals.tapis.example"));

    private static ClientBody body(String id, String key, String baseUrl, String tokenUrl) {
        return new ClientBody(id, key, null, null, "dev", baseUrl, null, tokenUrl, null, null);
    }

    private static ClientBody change(String key, String baseUrl, String tokenUrl) {
        return new ClientBody(null, key, null, null, null, baseUrl, null, tokenUrl, null, false);
    }

    @Test
    void fillsInWhatIsDerived() {
        ClientEntry entry = body("a", "k", "https://dev.tapis.example/", "").created(ADDRESSES);
        assertThat(entry.name()).isEqualTo("a");
        assertThat(entry.active()).isTrue();
        assertThat(entry.baseUrl()).hasToString("https://dev.tapis.example");
        assertThat(entry.client().tokenUrl()).hasToString("https://dev.tapis.example/v3/oauth2/tokens");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://dev.tapis.example",
                "http://169.254.169.254",
                "https://169.254.169.254",
                "https://[::1]",
                "https://[fe80::1]",
                "https://127.0.0.1",
                "https://localhost",
                "https://2130706433",
                "https://0x7f000001",
                "file:///etc/passwd",
                "https://user@dev.tapis.example",
                "https://dev.tapis.example?x",
                "https://dev.tapis.example#x",
                "dev.tapis.example",
                ""
            })
    void callsNoAddressThatIsNotAHostByTls(String address) {
        assertThatThrownBy(() -> body("a", "k", address, null).created(ADDRESSES))
                .hasMessageContaining("INVALID_REQUEST")
                .hasMessageContaining("base_url");
        if (!address.isEmpty()) {
            assertThatThrownBy(() ->
                            body("a", "k", "https://dev.tapis.example", address).created(ADDRESSES))
                    .hasMessageContaining("token_url");
        }
    }

    @Test
    void allowsTheLoopbackOnlyWhereTheInstallationIsATrial() {
        TenantAddress trial = TenantAddress.besides(URI.create("http://127.0.0.1:8080"));
        assertThat(body("a", "k", "http://127.0.0.1:9", null).created(trial).baseUrl())
                .hasToString("http://127.0.0.1:9");
        assertThatThrownBy(() -> body("a", "k", "http://10.0.0.1", null).created(trial))
                .hasMessageContaining("base_url");
    }

    @Test
    void namesTheWrongFieldButNotTheKey() {
        assertThatThrownBy(() -> body("a/b", "k", "https://x.example", null).created(ADDRESSES))
                .hasMessageContaining("client_id");
        assertThatThrownBy(() -> body("a", null, "https://x.example", null).created(ADDRESSES))
                .hasMessageContaining("client_key");
        assertThat(body("a", "secret", "https://x.example", null).toString()).doesNotContain("secret");
        assertThat(body("a", "secret", "https://x.example", null)
                        .created(ADDRESSES)
                        .toString())
                .doesNotContain("secret");
    }

    @Test
    void keepsWhatAChangeDoesNotName() {
        ClientEntry before = body("a", "k", "https://x.example", null).created(ADDRESSES);
        ClientEntry after = change(null, null, null).changed(before, ADDRESSES);
        assertThat(after).isEqualTo(before.deactivated());
        assertThat(change("new", null, null).changed(before, ADDRESSES).key().reveal())
                .isEqualTo("new");
    }

    @Test
    void doesNotSendAnOldKeyToANewAddress() {
        ClientEntry before = body("a", "k", "https://x.example", null).created(ADDRESSES);
        assertThatThrownBy(() -> change(null, "https://y.example", null).changed(before, ADDRESSES))
                .hasMessageContaining("client_key");
        assertThatThrownBy(() -> change(null, null, "https://y.example/tokens").changed(before, ADDRESSES))
                .hasMessageContaining("client_key");
        assertThat(change("new", "https://y.example", null)
                        .changed(before, ADDRESSES)
                        .baseUrl())
                .hasToString("https://y.example");
    }
}
