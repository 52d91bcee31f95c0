package io.skyferry.access.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.skyferry.access.client.ClientAdministration;
import io.skyferry.access.client.ClientDirectory;
import io.skyferry.access.client.ClientEntry;
import io.skyferry.access.client.ClientStore;
import io.skyferry.access.client.KnownTenants;
import io.skyferry.access.client.OAuthClient;
import io.skyferry.access.client.OAuthClients;
import io.skyferry.access.kit.MovingClock;
import io.skyferry.access.kit.TestLedger;
import io.skyferry.platform.config.Secret;
import io.skyferry.platform.config.Settings;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerClientsTest {
    private static final URI PORTALS = URI.create("https://portals.tapis.example");
    private static final OAuthClient CONFIGURED = OAuthClient.of("first", "First", "portals", PORTALS, new Secret("k"));

    @TempDir
    private Path directory;

    private final MovingClock clock = new MovingClock();
    private final TestLedger ledger = new TestLedger(ClientRow.class);
    private Vault vault;

    @BeforeEach
    void open() {
        vault = Vault.unlock(directory.resolve("key"), Set.of(), new SecureRandom());
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    /** A server of its own, as it has a cache of its own. */
    private final class Server {
        private final ClientStore store =
                ledger.store(ClientStore.class, manager -> new LedgerClients(manager, vault, clock));
        private final ClientDirectory known;
        private final ClientAdministration administration;

        Server(OAuthClient... configured) {
            known = new ClientDirectory(List.of(configured), store, clock);
            administration = new ClientAdministration(known, store);
        }

        OAuthClients clients() {
            return new OAuthClients(known);
        }
    }

    private static ClientEntry entry(String id, String tenant, String baseUrl) {
        return new ClientEntry(
                id,
                id.toUpperCase(java.util.Locale.ROOT),
                "",
                tenant,
                URI.create(baseUrl),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true,
                new Secret("key-of-" + id));
    }

    private static ErrorCode codeOf(ThrowingCallable call) {
        return catchThrowableOfType(Failure.class, call).code();
    }

    @Test
    void theConfiguredOneComesFirstThenTheOldest() {
        Server server = new Server(CONFIGURED);
        server.administration.create(entry("z", "designsafe", "https://ds.tapis.example"));
        clock.advance(Duration.ofSeconds(1));
        server.administration.create(entry("a", "dev", "https://dev.tapis.example"));
        assertThat(server.clients().list()).extracting(OAuthClient::clientId).containsExactly("first", "z", "a");
        assertThat(server.clients().getFirst()).isEqualTo(CONFIGURED);
        assertThat(new Server().clients().getFirst().clientId()).isEqualTo("z");
        OAuthClient found = server.clients().get("a");
        assertThat(found.tokenUrl()).hasToString("https://dev.tapis.example/v3/oauth2/tokens");
        assertThat(found.authorizationUrl()).hasToString("https://dev.tapis.example/v3/oauth2/authorize");
        assertThat(found.key().reveal()).isEqualTo("key-of-a");
    }

    @Test
    void anInactiveOneIsNoClientUntilItIsActiveAgain() {
        Server server = new Server();
        ClientEntry entry = entry("a", "dev", "https://dev.tapis.example");
        server.administration.create(entry);
        server.administration.deactivate("a");
        assertThat(codeOf(() -> server.clients().get("a"))).isEqualTo(ErrorCode.CLIENT_NOT_FOUND);
        assertThat(codeOf(() -> server.clients().getFirst())).isEqualTo(ErrorCode.CLIENT_NOT_FOUND);
        assertThat(server.administration.get("a").active()).isFalse();
        server.administration.change(entry);
        assertThat(server.clients().getFirst().clientId()).isEqualTo("a");
    }

    @Test
    void anotherServerSeesAChangeWithinSeconds() {
        Server here = new Server();
        Server there = new Server();
        assertThat(there.clients().list()).isEmpty();
        here.administration.create(entry("a", "dev", "https://dev.tapis.example"));
        assertThat(here.clients().list()).hasSize(1);
        clock.advance(Duration.ofSeconds(5));
        assertThat(there.clients().list()).hasSize(1);
    }

    @Test
    void tenantsOfActiveClientsAreServed() {
        Server server = new Server(CONFIGURED);
        KnownTenants tenants = new KnownTenants(
                new Settings.Tapis(PORTALS, "portals", Optional.empty(), Optional.empty(), 4), server.clients());
        assertThat(tenants.findBaseUrl("dev")).isEmpty();
        server.administration.create(entry("a", "dev", "https://dev.tapis.example"));
        assertThat(tenants.findBaseUrl("dev")).hasValue(URI.create("https://dev.tapis.example"));
        server.administration.deactivate("a");
        assertThat(tenants.findBaseUrl("dev")).isEmpty();
        assertThat(tenants.findBaseUrl("portals")).hasValue(PORTALS);
    }

    @Test
    void refusesWhatIsThereAlready() {
        Server server = new Server(CONFIGURED);
        ClientAdministration administration = server.administration;
        administration.create(entry("a", "dev", "https://dev.tapis.example"));
        assertThat(codeOf(() -> administration.create(entry("a", "x", "https://x.tapis.example"))))
                .isEqualTo(ErrorCode.CONFLICT);
        assertThat(codeOf(() -> administration.create(entry("first", "x", "https://x.tapis.example"))))
                .isEqualTo(ErrorCode.CONFLICT);
        assertThat(codeOf(() -> administration.deactivate("first"))).isEqualTo(ErrorCode.CONFLICT);
        assertThat(codeOf(() -> administration.create(entry("b", "portals", "https://evil.example"))))
                .isEqualTo(ErrorCode.CONFLICT);
        assertThat(codeOf(() -> administration.create(entry("b", "dev", "https://evil.example"))))
                .isEqualTo(ErrorCode.CONFLICT);
        assertThat(codeOf(() -> administration.deactivate("b"))).isEqualTo(ErrorCode.CLIENT_NOT_FOUND);
        assertThat(administration.list()).hasSize(1);
    }

    @Test
    void keepsTheKeySealedAndBoundToTheAddress() {
        Server server = new Server();
        server.administration.create(entry("a", "dev", "https://dev.tapis.example"));
        server.administration.create(entry("b", "ds", "https://ds.tapis.example"));
        assertThat(ledger.dump("oauth_client")).contains("https://dev").doesNotContain("key-of");
        ledger.inTransaction(manager -> manager.createNativeQuery(
                        "update oauth_client set base_url = 'https://evil.example' where client_id = 'a'")
                .executeUpdate());
        assertThat(codeOf(() -> server.administration.get("a"))).isEqualTo(ErrorCode.INTERNAL_ERROR);
        assertThat(server.administration.list())
                .extracting(ClientEntry::clientId)
                .containsExactly("b");
    }
}
